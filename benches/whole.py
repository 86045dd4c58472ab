"""The whole in Python, for the time it takes: the export read, graphs with and without the EU measured, four directions.

    VENV/bin/python benches/whole.py target/release/relier

The code is that of tests/golden/real.py, without its double checks.
"""

import json
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "tests" / "golden"))

import networkx as nx  # noqa: E402
import real  # noqa: E402
from networkx.algorithms import bipartite  # noqa: E402


def measure(graph, tables=None):
    nx.degree_centrality(graph)
    nx.betweenness_centrality(graph)
    nx.edge_betweenness_centrality(graph)
    nx.closeness_centrality(graph)
    nx.harmonic_centrality(graph)
    if nx.is_connected(graph):
        nx.eigenvector_centrality(graph, max_iter=100000, tol=1e-15)
    nx.pagerank(graph, alpha=0.85, weight=None, tol=1e-14, max_iter=10000)
    nx.constraint(graph)
    nx.effective_size(graph)
    nx.core_number(graph)
    list(nx.connected_components(graph))
    list(nx.articulation_points(graph))
    list(nx.bridges(graph))
    nx.global_efficiency(graph)
    if tables is not None:
        two = nx.Graph()
        two.add_nodes_from(graph)
        for table, here in tables.items():
            two.add_edges_from((actor, ("table", table)) for actor in here)
        nx.degree(bipartite.collaboration_weighted_projected_graph(two, list(graph)), weight="weight")


def main(program):
    command = [program, "export", "json", "--class", "stated", "--class", "structural"]
    world = real.World(json.loads(subprocess.run(command, check=True, capture_output=True).stdout))
    for with_hub in (True, False):
        measure(*real.actor_graph(world, "agenda", with_hub))
        measure(real.incidence_graph(world, with_hub))
    for direction in (real.deepen, real.enlarge, real.connect, real.secure):
        direction(world)


if __name__ == "__main__":
    main(sys.argv[1])

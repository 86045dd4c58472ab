"""Writes the JSON files beside this script: the values that tests/measures/golden.rs expects, computed by networkx.

    python3 -m venv VENV && VENV/bin/pip install networkx==3.6.1 numpy==2.4.6 scipy==1.17.1
    PYTHONHASHSEED=0 VENV/bin/python tests/golden/make.py

The hash seed fixes the order in which networkx adds over sets of names; without it last digits change from run to run.
Nothing here reads the program's own output. Nodes are numbered in the order in which networkx lists them; `labels` keeps
their names where the source has any. Where networkx gives NaN or raises, the value is null.
"""

import json
import math
import pathlib

import networkx as nx
import numpy as np
import scipy as sp
from networkx.algorithms import bipartite

HERE = pathlib.Path(__file__).parent

CALLS = {
    "degree": "G.degree()",
    "degree_centrality": "nx.degree_centrality(G)",
    "betweenness_centrality": "nx.betweenness_centrality(G, normalized=True, endpoints=False)",
    "edge_betweenness_centrality": "nx.edge_betweenness_centrality(G, normalized=True)",
    "closeness_centrality": "nx.closeness_centrality(G, wf_improved=True)",
    "harmonic_centrality": "nx.harmonic_centrality(G), not divided by n - 1",
    "global_efficiency": "nx.global_efficiency(G)",
    "eigenvector_centrality": "nx.eigenvector_centrality(G, max_iter=100000, tol=1e-15), connected graphs only",
    "pagerank": "nx.pagerank(G, alpha=0.85, weight=None, tol=1e-14, max_iter=10000)",
    "constraint": "nx.constraint(G)",
    "effective_size": "nx.effective_size(G)",
    "core_number": "nx.core_number(G)",
    "connected_components": "nx.connected_components(G)",
    "articulation_points": "nx.articulation_points(G)",
    "bridges": "nx.bridges(G)",
    "newman_projection": "bipartite.collaboration_weighted_projected_graph(B, actors)",
    "strength": "its weighted degree",
}


def close(a, b, tolerance=1e-11):
    return (math.isnan(a) and math.isnan(b)) or abs(a - b) <= tolerance


def nullable(value):
    return None if math.isnan(value) else value


def both_paths(call, graph):
    """networkx has a matrix path and a loop path for Burt's measures: they must agree before either is believed."""
    matrix, loop = call(graph), call(graph, nodes=list(graph))
    assert all(close(matrix[v], loop[v]) for v in graph), call
    return [nullable(matrix[v]) for v in graph]


def eigenvector(graph):
    """None where the graph is not connected; otherwise networkx's vector, once it is shown to have converged."""
    if len(graph) == 0 or not nx.is_connected(graph):
        return None
    found = nx.eigenvector_centrality(graph, max_iter=100000, tol=1e-15)
    vector = np.array([found[v] for v in graph])
    values, vectors = np.linalg.eigh(nx.to_numpy_array(graph, weight=None))
    exact = vectors[:, -1] * np.sign(vectors[:, -1].sum())
    assert np.abs(vector - exact).max() < 1e-11, np.abs(vector - exact).max()
    assert np.abs(nx.to_numpy_array(graph, weight=None) @ vector - values[-1] * vector).max() < 1e-11
    return vector.tolist()


def measures(graph):
    betweenness = nx.betweenness_centrality(graph, normalized=True, endpoints=False)
    edges = nx.edge_betweenness_centrality(graph, normalized=True)
    by_node = {
        "degree": dict(graph.degree()),
        "degree_centrality": nx.degree_centrality(graph),
        "betweenness_centrality": betweenness,
        "closeness_centrality": nx.closeness_centrality(graph, wf_improved=True),
        "harmonic_centrality": nx.harmonic_centrality(graph),
        "pagerank": nx.pagerank(graph, alpha=0.85, weight=None, tol=1e-14, max_iter=10000),
        "core_number": nx.core_number(graph),
    }
    return {name: [values[v] for v in graph] for name, values in by_node.items()} | {
        "edge_betweenness_centrality": sorted([min(e), max(e), w] for e, w in edges.items()),
        "global_efficiency": nx.global_efficiency(graph),
        "eigenvector_centrality": eigenvector(graph),
        "constraint": both_paths(nx.constraint, graph),
        "effective_size": both_paths(nx.effective_size, graph),
        "connected_components": sorted(sorted(c) for c in nx.connected_components(graph)),
        "articulation_points": sorted(nx.articulation_points(graph)),
        "bridges": sorted([min(e), max(e)] for e in nx.bridges(graph)),
    }


def write(name, source, graph, labels=None, formats=None, extra=None):
    calls = {call: CALLS[call] for call in CALLS if formats is not None or call not in ("newman_projection", "strength")}
    document = {
        "provenance": {
            "networkx": nx.__version__,
            "numpy": np.__version__,
            "scipy": sp.__version__,
            "script": "tests/golden/make.py",
            "graph": source,
            "calls": calls,
        },
        "n": len(graph),
        "edges": sorted([min(e), max(e)] for e in graph.edges()),
        "labels": labels,
        "formats": formats,
        "expected": measures(graph) | (extra or {}),
    }
    (HERE / f"{name}.json").write_text(layout(document) + "\n", encoding="utf-8")


def layout(value, depth=0):
    """JSON with one line for each measure."""
    if not isinstance(value, dict) or depth == 2:
        return json.dumps(value, ensure_ascii=False, allow_nan=False)
    pad = " " * (depth + 1)
    return "{\n" + ",\n".join(f"{pad}{json.dumps(k)}: {layout(v, depth + 1)}" for k, v in value.items()) + "\n" + " " * depth + "}"


def graph_file(name, source, graph):
    labels = list(graph)
    numbered = nx.convert_node_labels_to_integers(nx.Graph(graph))
    write(name, source, numbered, labels if labels != list(numbered) else None)


def format_file(name, source, incidence, actors, tables):
    """The one-mode network of an incidence graph, with Newman's weights."""
    number = {actor: i for i, actor in enumerate(actors)}
    projected = bipartite.collaboration_weighted_projected_graph(incidence, actors)
    graph = nx.relabel_nodes(nx.Graph(projected), number)
    assert list(graph) == list(range(len(actors)))
    extra = {
        "newman_projection": sorted([min(a, b), max(a, b), w] for a, b, w in graph.edges(data="weight")),
        "strength": [graph.degree(v, weight="weight") for v in graph],
    }
    # Every call below is unweighted; without this, networkx would take up the weights of the projection.
    for _, _, data in graph.edges(data=True):
        data.clear()
    formats = [sorted(number[a] for a in incidence[t]) for t in tables]
    labels = list(actors) if list(actors) != list(graph) else None
    write(name, source, graph, labels, formats, extra)


def main():
    graph_file("p3", "nx.path_graph(3)", nx.path_graph(3))
    graph_file("k5", "nx.complete_graph(5)", nx.complete_graph(5))
    graph_file("star", "nx.star_graph(6): node 0 and six leaves", nx.star_graph(6))
    disconnected = nx.disjoint_union_all([nx.cycle_graph(4), nx.path_graph(3), nx.complete_graph(2)])
    disconnected.add_nodes_from([9, 10])
    graph_file("disconnected", "a 4-cycle, a path of three, a pair and two isolates", disconnected)
    graph_file("kite", "nx.krackhardt_kite_graph(): Krackhardt 1990", nx.krackhardt_kite_graph())
    graph_file("florentine", "nx.florentine_families_graph(): marriages, Padgett & Ansell 1993; "
               "the fifteen families without Pucci", nx.florentine_families_graph())
    graph_file("karate", "nx.karate_club_graph() without its weights: Zachary 1977", unweighted(nx.karate_club_graph()))
    davis = nx.davis_southern_women_graph()
    format_file("davis", "nx.davis_southern_women_graph(): Davis, Gardner & Gardner 1941; actors are the women, formats the "
                "events, the graph their one-mode projection", davis, davis.graph["top"], davis.graph["bottom"])
    graph_file("random-sparse", "nx.gnp_random_graph(40, 0.04, seed=2025): disconnected, with isolates",
               nx.gnp_random_graph(40, 0.04, seed=2025))
    graph_file("random-medium", "nx.gnm_random_graph(30, 75, seed=140)", nx.gnm_random_graph(30, 75, seed=140))
    graph_file("random-scale-free", "nx.barabasi_albert_graph(50, 2, seed=15315)", nx.barabasi_albert_graph(50, 2, seed=15315))
    incidence = bipartite.random_graph(14, 11, 0.16, seed=5)
    format_file("random-formats", "networkx bipartite.random_graph(14, 11, 0.16, seed=5): actors are 0-13, formats the others, "
                "the graph their one-mode projection", incidence, list(range(14)), list(range(14, 25)))


def unweighted(graph):
    for _, _, data in graph.edges(data=True):
        data.clear()
    return graph


if __name__ == "__main__":
    main()

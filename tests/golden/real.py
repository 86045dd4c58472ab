"""Writes real.json beside this script: the real network, built a second time and measured by networkx, for tests/measures/real_network.rs.

    cargo build
    python3 -m venv VENV && VENV/bin/pip install networkx==3.6.1 numpy==2.4.6 scipy==1.17.1
    PYTHONHASHSEED=0 VENV/bin/python tests/golden/real.py target/debug/relier

It reads what any user can read: `relier export json` for nodes, ties and members on the day of the latest document, and
seeds/*.toml for what the export does not carry (which forum is part of which, which member lists are whole, what the EU is in
a forum, which country records are no states). From there on it follows the method, sections 3 to 5, in its own words: nothing
of the program's own graphs, cells, lists or measures is read. Run it again whenever the dataset changes.
"""

import itertools
import json
import pathlib
import subprocess
import sys
import tomllib

import networkx as nx
import numpy as np
import scipy as sp
from make import CALLS, measures
from networkx.algorithms import bipartite

HERE = pathlib.Path(__file__).parent
SEEDS = HERE.parent.parent / "seeds"
HUB = "EU"
CORE = {"TTC", "DP", "DD"}
STRICT = {"DP", "DD"}
TRADE = {"DTA", "DFR", "FTA-D"}
COMING = {"proposed", "negotiating", "unconfirmed"}
PLANNED = COMING | {"agreed"}
OVER = {"ended", "suspended", "dormant"}
LEVELS = ["working", "agenda", "universal"]
# What the EU must be in a forum to sit in it; partners, observers and sector members do not.
SEATED = {"member", "non_enumerated_member", "full_participant"}


def seeds(name):
    return tomllib.loads((SEEDS / name).read_text(encoding="utf-8"))


class World:
    """The export, with the few facts from the seeds."""

    def __init__(self, export):
        self.digest = export["dataset"]["digest"]
        self.dates = export["dates"]
        self.nodes = {n["id"]: n for n in export["nodes"]}
        self.ties = [t for t in export["ties"] if t["class"] == "stated"]
        self.members = {t["participants"][0]: set(t["participants"][1:]) for t in export["ties"] if t["class"] == "structural"}
        actors = seeds("actors.toml")["actor"]
        self.part_of = {a["id"]: a["part_of"] for a in actors if "part_of" in a}
        self.hub_status = {a["id"]: a["hub_status"] for a in actors if "hub_status" in a}
        self.whole_lists = {m["group"] for m in seeds("memberships.toml")["membership"] if m.get("complete", True)}
        self.no_state = {c["id"] for c in seeds("countries.toml")["country"] if c.get("status", "state") != "state"}
        self.closed = {l["kind"] for l in seeds("instruments.toml")["list"] if l["closure"] == "closed"}
        self.domains = [d["id"] for d in seeds("taxonomy.toml")["domain"]]
        self.areas = [a["id"] for a in seeds("taxonomy.toml")["area"]]

    def kind(self, actor):
        return self.nodes[actor]["kind"]

    def is_unit(self, actor):
        return self.kind(actor) in ("partner", "grouping")

    def cooperative(self):
        return [t for t in self.ties if t["polarity"] == "cooperative"]

    def running(self, tie):
        """The parties whose own part in a tie is active: signed is not in force, planned is not begun."""
        return [p for p in tie["parties"] if p["state"] == "active"]

    def groups_of(self, unit):
        """The groupings that reach a unit: it is a member, or all of its members are."""
        mine = self.members.get(unit, set()) if self.kind(unit) == "grouping" else set()
        groups = {g for g in self.members if g != unit and self.nodes[g]["kind"] == "grouping"}
        return {g for g in groups if unit in self.members[g] or (mine and mine <= self.members[g])}

    def holders(self, kinds):
        ties = [t for t in self.cooperative() if t["kind"] in kinds]
        return sorted({p["id"] for t in ties for p in self.running(t)})


def instrument_kind(tie):
    """The kind that a tie is, or that an action amounts to."""
    return tie.get("carries") if tie["kind"] == "ACTION" else tie["kind"]


# ── Formats and graphs (method 4.3 and 5)


def sized(level, partners):
    """A table of more than 20 partners is no working table, one of more than 60 no table; the hub is not counted."""
    floor = 0 if partners <= 20 else 1 if partners <= 60 else 2
    return LEVELS[max(LEVELS.index(level), floor)]


class Format:
    def __init__(self, origin, level, members, with_hub, areas, of_hub):
        self.origin, self.level, self.members = origin, level, members
        self.with_hub, self.areas, self.of_hub = with_hub, areas, of_hub


def formats(world):
    """The active tables: forums with a sourced membership, records with a meeting, instruments between partners."""
    forums = {}
    for forum in (n["id"] for n in world.nodes.values() if n["kind"] == "forum"):
        whole = forum if forum in world.members else world.part_of.get(forum)
        members = {m for m in world.members.get(whole, ()) if world.kind(m) == "partner"}
        if len(members) < 2:
            continue
        named = [(t, p) for t in world.cooperative() for p in world.running(t) if p["id"] == forum]
        forums[forum] = Format(
            forum,
            sized(world.nodes[forum]["level"], len(members)),
            members,
            world.hub_status.get(forum, world.hub_status.get(whole)) in SEATED,
            {area for _, party in named for area in party["areas"]},
            of_hub=False,
        )
    tables = []
    for tie in world.cooperative():
        parties = {p["id"] for p in world.running(tie)}
        members = {p for p in parties if world.is_unit(p)}
        with_hub = HUB in tie["participants"]
        level = tie.get("meeting") or (None if with_hub else "working")
        if level is None or len(members) < 2:
            continue
        level = sized(level, len(members))
        # A record about a forum's own session is that forum's table, not a second one.
        same = [forums[f] for f in parties & set(forums)]
        if any(members <= f.members and LEVELS.index(f.level) <= LEVELS.index(level) for f in same):
            continue
        tables.append(Format(tie["id"], level, members, with_hub, set(tie["areas"]), of_hub=with_hub))
    return tables + list(forums.values())


def sits(world, unit, table):
    """A unit sits at a table as itself, or as a grouping all of whose members, wholly listed, sit there."""
    if unit in table.members:
        return True
    members = world.members.get(unit, set())
    return world.kind(unit) == "grouping" and unit in world.whole_lists and bool(members) and members <= table.members


def nested(world, a, b):
    return a in world.groups_of(b) or b in world.groups_of(a)


def actors_of(world, with_hub):
    units = {p["id"] for t in world.cooperative() for p in world.running(t) if world.is_unit(p["id"])}
    return sorted(units | ({HUB} if with_hub else set()))


def seats(world, actors, level, with_hub):
    """The tables of the level or better with the actors at them; without the EU, its own records' tables go too."""
    out = {}
    for table in formats(world):
        if LEVELS.index(table.level) > LEVELS.index(level) or (table.of_hub and not with_hub):
            continue
        here = [a for a in actors if a != HUB and sits(world, a, table)]
        if len(here) >= 2:
            out[table.origin] = (table, here)
    return out


def actor_graph(world, level, with_hub):
    actors = actors_of(world, with_hub)
    graph = nx.Graph()
    graph.add_nodes_from(actors)
    tables = seats(world, actors, level, with_hub)
    for _, here in tables.values():
        graph.add_edges_from((a, b) for a, b in itertools.combinations(here, 2) if not nested(world, a, b))
    if with_hub:
        for tie in world.cooperative():
            if HUB in tie["participants"]:
                graph.add_edges_from((HUB, p["id"]) for p in world.running(tie) if p["id"] in graph)
        for table, here in tables.values():
            if table.with_hub:
                graph.add_edges_from((HUB, a) for a in here)
    return graph, {origin: here for origin, (_, here) in tables.items()}


def incidence_graph(world, with_hub):
    """Actors and the ties in which their part runs, actors and the forums, not universal, in which they sit."""
    actors = set(actors_of(world, with_hub))
    graph = nx.Graph()
    graph.add_nodes_from(sorted(actors))
    for tie in world.cooperative():
        parties = {p["id"] for p in world.running(tie)}
        # The hub's own part has the state of the tie.
        if HUB in tie["participants"] and (parties or tie["state"] == "active"):
            parties.add(HUB)
        graph.add_edges_from((a, tie["id"]) for a in sorted(parties & actors))
    for table in formats(world):
        if world.nodes[table.origin]["kind"] != "forum" or table.level == "universal":
            continue
        here = [a for a in sorted(actors) if a != HUB and sits(world, a, table)]
        if here:
            graph.add_edges_from((a, table.origin) for a in here + [HUB] if a in actors and (a != HUB or table.with_hub))
    return graph


# ── The four directions (method 3 and 4)


def cell(world, unit, covers, kind=None):
    """The value of a unit against a column; `covers` says of a tie and a party whether it is about the column."""
    found = set()
    groups = world.groups_of(unit)
    for tie in world.cooperative():
        own = [p for p in tie["parties"] if p["id"] == unit]
        for party in own:
            if covers(tie, party):
                found |= {"A"} if party["state"] == "active" else {"B"} if party["state"] in PLANNED else set()
        if not own and any(p["id"] in groups and covers(tie, p) and p["state"] not in OVER for p in tie["parties"]):
            found.add("C")
    for value in "ABC":
        if value in found:
            return value
    return "✗" if kind in world.closed else "·"


def in_domain(domain):
    return lambda _, party: domain in party["domains"]


def in_area(area):
    return lambda _, party: area in party["areas"]


def deepen(world):
    units = world.holders(CORE)
    cells = [cell(world, u, in_domain(d)) for u in units for d in world.domains]
    return {
        "active": cells.count("A"),
        "active-or-planned": cells.count("A") + cells.count("B"),
        "cells": len(cells),
        "units-wide": len(units),
        "units-strict": len(world.holders(STRICT)),
    }


def best_level(world, tables, a, b):
    common = [LEVELS.index(t.level) for t in tables if sits(world, a, t) and sits(world, b, t)]
    return min(common, default=2)


def connect(world):
    units = world.holders(CORE)
    tables = formats(world)
    pairs = list(itertools.combinations(units, 2))
    level = {pair: best_level(world, tables, *pair) for pair in pairs}
    served = {area: {u for u in units if cell(world, u, in_area(area)) == "A"} for area in world.areas}

    def meet_on(a, b, area):
        return any(t.level == "working" and area in t.areas and sits(world, a, t) and sits(world, b, t) for t in tables)

    parallel = [
        (a, b) for a, b in pairs if any({a, b} <= served[area] and not meet_on(a, b, area) for area in world.areas)
    ]
    lone = [sum(1 for _, d in actor_graph(world, lv, False)[0].degree() if d == 0) for lv in ("working", "agenda")]
    return {
        "pairs": len(pairs),
        "only-through-eu-working": sum(1 for p in pairs if level[p] > 0),
        "only-through-eu-agenda": sum(1 for p in pairs if level[p] > 1),
        "parallel": len(parallel),
        "isolates-working": lone[0],
        "isolates-agenda": lone[1],
    }


def secure(world):
    units, holders = set(world.holders(CORE)), set(world.holders({"SDP"}))
    return {"both": len(units & holders), "digital-only": len(units - holders), "security-only": len(holders - units)}


def enlarge(world):
    core = set(world.holders(CORE))
    named = {p["id"] for t in world.ties for p in t["parties"] if world.kind(p["id"]) == "partner"}
    warned = {p["id"] for t in world.ties if t["polarity"] == "concern" for p in t["parties"]}
    excluded = {c for c in named - core if c in world.no_state or c in warned}
    apart = {c for c in named - core - excluded if world.groups_of(c) & core}
    scores = {c: criteria(world, c) for c in sorted(named - core - excluded - apart)}

    def is_dominated(mine):
        return any(other != mine and all(o >= m for o, m in zip(other, mine)) for other in scores.values())

    traded = {p["id"] for t in world.cooperative() if t["kind"] in TRADE for p in t["parties"] if p["state"] in ("active", "agreed")}
    return {
        "candidates": len(scores),
        "first-front": sum(1 for mine in scores.values() if not is_dominated(mine)),
        "apart": len(apart),
        "excluded": len(excluded),
        "named": len(named),
        "trade": len(traded & core),
        "scores": scores,
    }


def criteria(world, actor):
    """x1 kinds of instruments agreed or active, x2 areas with a named cell, x3 instruments on their way; work in forums is no instrument."""
    kinds, coming = set(), 0
    for tie in world.cooperative():
        kind = instrument_kind(tie)
        for party in tie["parties"]:
            if party["id"] != actor or kind in (None, "FORUM"):
                continue
            if party["state"] in ("agreed", "active") and kind not in CORE and tie["kind"] != "ACTION":
                kinds.add(kind)
            if party["state"] in COMING and tie["kind"] != "ACTION":
                coming += 1
    areas = [a for a in world.areas if cell(world, actor, in_area(a)) in "AB"]
    return [len(kinds), len(areas), coming]


# ── Writing it down


def measured(graph, tables=None):
    """Node numbers are places in `nodes`; every call below is unweighted."""
    nodes = sorted(graph)
    number = {n: i for i, n in enumerate(nodes)}
    plain = nx.Graph()
    plain.add_nodes_from(range(len(nodes)))
    plain.add_edges_from(sorted(sorted((number[a], number[b])) for a, b in graph.edges()))
    out = {"nodes": nodes, "edges": sorted(sorted(e) for e in plain.edges()), "expected": measures(plain)}
    if tables is not None:
        two = nx.Graph()
        two.add_nodes_from(range(len(nodes)))
        for table, here in tables.items():
            two.add_edges_from((number[a], table) for a in here)
        newman = bipartite.collaboration_weighted_projected_graph(two, range(len(nodes)))
        out["formats"] = {table: sorted(number[a] for a in here) for table, here in sorted(tables.items())}
        out["expected"]["newman_projection"] = sorted([min(a, b), max(a, b), w] for a, b, w in newman.edges(data="weight"))
        out["expected"]["strength"] = [newman.degree(n, weight="weight") for n in range(len(nodes))]
    return out


def layout(value, depth=0):
    """JSON with one line for each measure of each graph."""
    if not isinstance(value, dict) or depth == 4:
        return json.dumps(value, ensure_ascii=False, allow_nan=False)
    pad = " " * (depth + 1)
    lines = (f"{pad}{json.dumps(k, ensure_ascii=False)}: {layout(v, depth + 1)}" for k, v in value.items())
    return "{\n" + ",\n".join(lines) + "\n" + " " * depth + "}"


def main(program):
    command = [program, "export", "json", "--class", "stated", "--class", "structural"]
    world = World(json.loads(subprocess.run(command, check=True, capture_output=True).stdout))
    graphs = {}
    for with_hub, name in ((True, "with the EU"), (False, "without the EU")):
        for level in ("working", "agenda"):
            graphs[f"actors, {level}, {name}"] = measured(*actor_graph(world, level, with_hub))
        graphs[f"incidence, {name}"] = measured(incidence_graph(world, with_hub))
    document = {
        "provenance": {
            "networkx": nx.__version__,
            "numpy": np.__version__,
            "scipy": sp.__version__,
            "script": "tests/golden/real.py",
            "graph": "built from `relier export json --class stated --class structural` and seeds/*.toml by the method alone",
            "calls": CALLS,
        },
        "digest": world.digest,
        "dates": world.dates,
        "counts": {"deepen": deepen(world), "enlarge": enlarge(world), "connect": connect(world), "secure": secure(world)},
        "graphs": graphs,
    }
    (HERE / "real.json").write_text(layout(document) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])

//! Which answers the one-file page carries: the one list of them. What is not here the page says it has not.

use crate::dataset::{ActorKind, Dataset, Kind, Word};
use crate::view::{Against, Goal, Lang, Units};

/// The paths below `/api/v1/`, each with its parameters in the order of their names, as the page looks them up.
pub(super) fn paths(dataset: &Dataset) -> Vec<String> {
    let mut out = vec!["meta".to_owned(), "status".to_owned()];
    out.extend(dataset.sources.iter().map(|s| format!("documents/{}", s.id)));
    let mut days: Vec<_> = dataset.sources.iter().map(|s| s.date).collect();
    days.sort_unstable();
    days.dedup();
    for pair in days.windows(2) {
        out.push(format!("compare?dates={},{}", pair[0], pair[1]));
    }
    let mut dates = vec![Vec::new()];
    for day in days.into_iter().filter(|d| *d != dataset.latest) {
        dates.push(vec![format!("as-of={day}")]);
        dates.push(vec![format!("as-of={day}"), format!("known={day}")]);
    }
    for (number, date) in dates.iter().enumerate() {
        let with = |path: &str, more: &[&str]| {
            let mut query: Vec<&str> = date.iter().map(String::as_str).chain(more.iter().copied()).collect();
            query.sort_unstable();
            if query.is_empty() { path.to_owned() } else { format!("{path}?{}", query.join("&")) }
        };
        let hubs: [&[&str]; 3] = [&[], &["without-eu"], &["split-eu"]];
        for hub in hubs {
            out.push(with("network", hub));
        }
        for class in ["stated", "derived", "structural"] {
            for hub in &hubs[..2] {
                out.push(with("network", &[&[format!("class={class}").as_str()], *hub].concat()));
            }
        }
        out.push(with("gaps", &[]));
        out.push(with("actions", &[]));
        out.push(with("lattice", &[]));
        for hub in &hubs[..2] {
            out.push(with("rank", hub));
            for graph in ["actors", "incidence"] {
                out.push(with("rank", &[&[format!("graph={graph}").as_str()], *hub].concat()));
            }
        }
        for goal in Goal::ALL {
            out.push(with(&format!("moves/{}", goal.id()), &[]));
        }
        for budget in ["budget=1", "budget=2", "budget=3", "budget=5"].iter().filter(|_| number == 0) {
            for goal in Goal::ALL {
                out.push(with(&format!("moves/{}", goal.id()), &[budget]));
            }
        }
        // How far it holds, on the day of the latest document: drawn at random as often as the page asks for.
        if number == 0 {
            for goal in Goal::ALL {
                let goal = format!("goal={}", goal.id());
                out.push(with("robustness", &[goal.as_str()]));
            }
            for hub in &hubs[..2] {
                for graph in [&[][..], &["graph=actors"], &["graph=incidence"]] {
                    out.push(with("rank", &[*hub, graph, &["replicates=200"]].concat()));
                }
            }
            // The partnerships and dialogues two by two; the page turns a pair round by itself.
            let mut core: Vec<_> = dataset
                .ties
                .iter()
                .filter(|t| Kind::CORE.contains(&t.kind))
                .flat_map(|t| t.participants.iter().map(|p| &dataset.actor(p.actor).id))
                .collect();
            core.sort_unstable();
            core.dedup();
            for (i, one) in core.iter().enumerate() {
                for two in &core[i + 1..] {
                    out.push(with("compare", &[&format!("actors={one},{two}")]));
                }
            }
        }
        let mut options: Vec<Vec<String>> = vec![Vec::new()];
        for units in Units::ALL.iter().map(|u| u.word()) {
            options.push(vec![format!("units={units}")]);
        }
        for against in Against::ALL.iter().map(|a| a.word()) {
            options.push(vec![format!("against={against}")]);
            for units in Units::ALL.iter().map(|u| u.word()) {
                options.push(vec![format!("against={against}"), format!("units={units}")]);
            }
        }
        let lent: Vec<Vec<&str>> = options.iter().map(|o| o.iter().map(String::as_str).collect()).collect();
        out.extend(lent.iter().map(|o| with("matrix", o)));
        for &lang in Lang::ALL {
            let lang = format!("lang={}", lang.word());
            for picture in ["calendar", "lattice"] {
                out.push(with(&format!("pictures/{picture}.svg"), &[lang.as_str()]));
            }
            // The page puts the command of the view in the place of this one.
            for format in ["text", "bibtex", "csl-json"] {
                out.push(with("cite", &[&format!("format={format}"), lang.as_str(), "view=gaps"]));
            }
            if number == 0 {
                for hub in &hubs[..2] {
                    out.push(with("pictures/force.svg", &[&[lang.as_str()], *hub].concat()));
                }
            }
            for hub in hubs {
                out.push(with("pictures/wheel.svg", &[&[lang.as_str()], hub].concat()));
            }
            out.extend(
                lent.iter().map(|o| with("pictures/matrix.svg", &[&[lang.as_str()], &o[..]].concat())),
            );
        }
        let named =
            |id| dataset.ties.iter().any(|t| t.participant(id).is_some() || t.programmes.contains(&id));
        let actors = dataset.all_actors().filter(|&a| dataset.actor(a).kind == ActorKind::Hub || named(a));
        for id in actors {
            let id = &dataset.actor(id).id;
            out.push(with(&format!("actors/{id}"), &[]));
            // One actor's picture on the day of the latest document: as much as the size allows.
            if number == 0 {
                out.push(with("network", &[&format!("focus={id}")]));
                for &lang in Lang::ALL {
                    out.push(with(
                        "pictures/ego.svg",
                        &[&format!("focus={id}"), &format!("lang={}", lang.word())],
                    ));
                }
            }
        }
        out.extend(dataset.ties.iter().map(|t| with(&format!("ties/{}", t.id), &[])));
    }
    out
}

//! Which answers the one-file page carries: the one list of them. What is not here the page says it has not.

use crate::dataset::{ActorKind, Dataset, Word};
use crate::view::{Against, Goal, Lang, Units};

/// The paths below `/api/v1/`, each with its parameters in the order of their names, as the page looks them up.
pub(super) fn paths(dataset: &Dataset) -> Vec<String> {
    let mut out = vec!["meta".to_owned(), "status".to_owned()];
    out.extend(dataset.sources.iter().map(|s| format!("documents/{}", s.id)));
    let mut dates = vec![Vec::new()];
    let mut days: Vec<_> = dataset.sources.iter().map(|s| s.date).filter(|d| *d != dataset.latest).collect();
    days.dedup();
    for day in days {
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

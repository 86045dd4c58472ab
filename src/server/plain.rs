//! Pages without scripts, and the page that describes the API. They take the words of the API and are checked as it is.

use crate::measure::Measure;
use crate::report::{
    Plain, plain_actions, plain_actor, plain_document, plain_gaps, plain_index, plain_matrix, plain_method,
    plain_network, plain_rank,
};
use crate::server::problem::Refusal;
use crate::server::route::{
    ASSUMED, Answer, CHOICE, Call, DATES, FOCUS, Gives, LISTS, Route, SIGHT, actor, known,
};
use crate::server::routes::{DOCUMENT, MATRIX, document};
use crate::server::sheet::Sheet;
use crate::view::{self, Against, Units};

const HTML: &str = "text/html; charset=utf-8";

/// Nothing but our own styles and pictures, and forms that ask for our own pages.
pub(super) const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const fn page(
    path: &'static str,
    id: &'static str,
    says: (&'static str, &'static str),
    run: fn(&Call<'_>) -> Answer,
) -> Route {
    Route::new(path, id, says, Gives::Media(&[HTML]), run)
}

/// The pages at plain addresses.
pub(super) static ROUTES: &[Route] = &[
    page("/plain", "plain", ("l’accueil sans scripts", "the first page without scripts"), index)
        .takes(&[&DATES, &ASSUMED]),
    page("/plain/gaps", "plainGaps", ("les quatre directions", "the four directions"), gaps)
        .takes(&[&DATES, &ASSUMED]),
    page(
        "/plain/network",
        "plainNetwork",
        ("les liens et leurs citations", "the ties and their quotations"),
        network,
    )
    .takes(&[&DATES, &ASSUMED, &LISTS, &SIGHT, &FOCUS]),
    page("/plain/matrix", "plainMatrix", ("la matrice des partenaires", "the matrix of partners"), matrix)
        .takes(&[&DATES, &ASSUMED, &LISTS, &CHOICE, &FOCUS, &MATRIX]),
    page("/plain/actors/{actor}", "plainActor", ("un acteur", "an actor"), one_actor)
        .places(&[actor("actor")])
        .takes(&[&DATES, &ASSUMED]),
    page("/plain/rank", "plainRank", ("les classements", "the rankings"), rank)
        .takes(&[&DATES, &ASSUMED, &LISTS, &SIGHT, &FOCUS]),
    page("/plain/actions", "plainActions", ("les actions", "the actions"), actions)
        .takes(&[&DATES, &ASSUMED]),
    page("/plain/method", "plainMethod", ("la méthode", "the method"), method).takes(&[&DATES]),
    page("/plain/documents/{document}", "plainDocument", ("un document", "a document"), reader)
        .places(&[DOCUMENT])
        .takes(&[&DATES]),
    page("/api", "guide", ("l’API, à lire", "the API, to read"), guide),
    page("/api/", "guideFolder", ("l’API, à lire", "the API, to read"), guide),
];

/// A page under what every page is read under.
fn told(
    call: &Call<'_>,
    make: impl FnOnce(Plain<'_>, &crate::explorer::Explorer) -> Result<String, Refusal>,
) -> Answer {
    let explorer = call.explorer()?;
    let meta = view::meta_view(&explorer);
    let plain = Plain { lang: call.lang(), dates: &meta.dates, dataset: &meta.dataset, stops: &meta.stops };
    Ok(Sheet::new(HTML, make(plain, &explorer)?.into_bytes()).under(POLICY))
}

fn index(call: &Call<'_>) -> Answer {
    told(call, |page, explorer| {
        // Without directions the page still leads to the rest.
        let goals = if explorer.asks_directions().is_ok() { super::routes::goals(call)? } else { Vec::new() };
        Ok(plain_index(page, &goals))
    })
}

fn gaps(call: &Call<'_>) -> Answer {
    told(call, |page, _| Ok(plain_gaps(page, &super::routes::goals(call)?)))
}

fn network(call: &Call<'_>) -> Answer {
    told(call, |page, explorer| {
        let kinds = view::kinds_view(&explorer.dataset);
        Ok(plain_network(page, &view::network_view(explorer, &call.filter()?), &kinds))
    })
}

fn matrix(call: &Call<'_>) -> Answer {
    told(call, |page, explorer| {
        let (against, units) = (known(call, "against", Against::Domains), known(call, "units", Units::Core));
        Ok(plain_matrix(page, &view::matrix_of(explorer, &call.filter()?, against, units)))
    })
}

fn one_actor(call: &Call<'_>) -> Answer {
    told(call, |page, explorer| {
        let kinds = view::kinds_view(&explorer.dataset);
        Ok(plain_actor(page, &view::detail_actor(explorer, call.actor("actor")?), &kinds))
    })
}

fn rank(call: &Call<'_>) -> Answer {
    told(call, |page, _| Ok(plain_rank(page, &super::routes::rank(call, &Measure::ALL)?)))
}

fn actions(call: &Call<'_>) -> Answer {
    told(call, |page, explorer| Ok(plain_actions(page, &view::monitor_view(explorer))))
}

fn method(call: &Call<'_>) -> Answer {
    told(call, |page, _| Ok(plain_method(page, &crate::report::method_markdown(call.dataset(), call.lang()))))
}

fn reader(call: &Call<'_>) -> Answer {
    told(call, |page, _| Ok(plain_document(page, &view::reader_view(call.dataset(), document(call)?))))
}

fn guide(call: &Call<'_>) -> Answer {
    Ok(Sheet::new(HTML, super::guide::guide(call.dataset(), call.lang()).into_bytes()).under(POLICY))
}

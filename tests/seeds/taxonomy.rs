//! Domains and crosswalk against the text and METHOD 2.6.

use std::collections::{BTreeMap, BTreeSet};

use super::support::{dataset, set};

#[test]
fn domains_are_quoted_from_the_first_direction_in_the_order_of_the_text() {
    let ids: Vec<&str> = dataset().domains.iter().map(|d| d.id.as_str()).collect();
    assert_eq!(ids, ["D1", "D2", "D3", "D4", "D5", "D6", "D7", "D8", "D9", "D10", "D11"]);
    let words = [
        "la recherche et l’innovation",
        "la coopération industrielle et stratégique en matière de technologies émergentes",
        "la transparence et la résilience des chaînes d’approvisionnement mondiales",
        "la sécurité et la durabilité des infrastructures numériques",
        "le déploiement de l’IA et l’innovation",
        "la cybersécurité",
        "la sécurité de la recherche",
        "la protection des technologies sensibles",
        "les aspects liés aux technologies à double usage",
        "des activités avancées de coopération réglementaire",
        "renforcer le rôle des entreprises de l’UE et des pays partenaires",
    ];
    let mut last = 0;
    for (domain, words) in dataset().domains.iter().zip(words) {
        let evidence = domain.evidence.iter().find(|e| e.quote.contains(words));
        let evidence = evidence.unwrap_or_else(|| panic!("{} does not quote «{words}»", domain.id));
        assert_eq!(evidence.at, "s2 (1)");
        let at = evidence.start + evidence.quote.find(words).unwrap();
        assert!(at > last, "{}", domain.id);
        last = at;
    }
}

#[test]
fn the_crosswalk_is_that_of_the_method() {
    use relier::dataset::CrosswalkFrom;
    let lines: BTreeMap<String, BTreeSet<&str>> =
        dataset().crosswalk.iter().fold(BTreeMap::new(), |mut map, line| {
            let from = match line.from {
                CrosswalkFrom::Area(a) => dataset().areas[a.0 as usize].id.clone(),
                CrosswalkFrom::Leg(l) => dataset().legs[l.0 as usize].id.clone(),
            };
            let domain = dataset().domains[line.domain.0 as usize].id.as_str();
            map.entry(from).or_default().insert(domain);
            map
        });
    let wanted = [
        ("CON", "D4"),
        ("AI", "D5"),
        ("G6", "D2"),
        ("SEM", "D2"),
        ("QUA", "D2"),
        ("CYB", "D6"),
        ("joint-research", "D1"),
        ("early-warning", "D3"),
        ("legal-alignment", "D10"),
        ("test-bed", "D11"),
        ("defence-innovation", "D9"),
        ("association", "D1"),
    ];
    let wanted: BTreeMap<String, BTreeSet<&str>> =
        wanted.into_iter().map(|(from, to)| (from.to_owned(), set(to))).collect();
    assert_eq!(lines, wanted, "EID, PLA, GOV and standards lead nowhere");
}

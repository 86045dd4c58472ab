//! The forms of export over the API are those of the command line, byte for byte, under names with their dates.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::process::Command;

use axum::http::{StatusCode, header};

use super::{get, refused};

fn relier(line: &str) -> Vec<u8> {
    let done = Command::new(env!("CARGO_BIN_EXE_relier")).args(line.split(' ')).output().unwrap();
    assert!(done.status.success(), "{line}: {}", String::from_utf8_lossy(&done.stderr));
    done.stdout
}

const SHEET: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Each with its address, its command, its media type and how the name of the file ends.
const FORMS: [(&str, &str, &str, &str); 12] = [
    ("json?", "json", "application/json", ".json"),
    ("csv?table=ties&", "csv --table ties", "text/csv; charset=utf-8", ".csv"),
    ("csv?table=about&", "csv --table about", "text/csv; charset=utf-8", ".csv"),
    ("graphml?", "graphml", "application/graphml+xml", ".graphml"),
    ("graphml?projection=meeting&", "graphml --projection meeting", "application/graphml+xml", ".graphml"),
    ("gexf?", "gexf", "application/gexf+xml", ".gexf"),
    ("gexf?projection=meeting&", "gexf --projection meeting", "application/gexf+xml", ".gexf"),
    ("cytoscape?", "cytoscape", "application/json", ".cyjs"),
    ("cytoscape?projection=meeting&", "cytoscape --projection meeting", "application/json", ".cyjs"),
    ("jsonld?", "jsonld", "application/ld+json", ".jsonld"),
    ("xlsx?", "xlsx", SHEET, ".xlsx"),
    ("xlsx?area=CYB&", "xlsx --area CYB", SHEET, ".xlsx"),
];

#[tokio::test]
async fn every_form_is_the_file_of_the_command_line() {
    for (address, command, kind, end) in FORMS {
        for (query, options, dates) in [
            ("lang=en", "--lang en", "2025-11-20"),
            (
                "lang=fr&as-of=2026-03-01&known=2025-06-05&instrument=DP&without-eu",
                "--lang fr --as-of 2026-03-01 --known 2025-06-05 --instrument DP --without-eu",
                "2026-03-01_known-2025-06-05",
            ),
        ] {
            let answer = get(&format!("/api/v1/export/{address}{query}")).await;
            assert_eq!(answer.status, StatusCode::OK, "{address}");
            assert_eq!(answer.header(header::CONTENT_TYPE), kind, "{address}");
            let name = answer.header(header::CONTENT_DISPOSITION);
            assert!(name.starts_with("attachment; filename=\"relier-network"), "{name}");
            assert!(name.ends_with(&format!("_{dates}{end}\"")), "{name}");
            let own = relier(&format!("export {command} {options}"));
            assert!(
                answer.body == own,
                "{address}{query}: {} bytes, {} of the command",
                answer.body.len(),
                own.len()
            );
        }
    }
}

#[tokio::test]
async fn what_is_assumed_is_in_the_file_too() {
    let answer = get("/api/v1/export/graphml?edit=add+DP+NOR").await;
    let own = Command::new(env!("CARGO_BIN_EXE_relier"))
        .args(["export", "graphml", "--edit", "add DP NOR"])
        .output()
        .unwrap();
    assert!(own.status.success() && answer.body == own.stdout);
}

#[tokio::test]
async fn the_archive_holds_the_files_of_the_folder() {
    let folder = tempfile::tempdir().unwrap();
    let (dir, zip) = (folder.path().join("all"), folder.path().join("all.zip"));
    relier(&format!("export csv --lang en --output {}/", dir.display()));
    relier(&format!("export csv --lang en --output {}", zip.display()));
    let answer = get("/api/v1/export/csv?lang=en").await;
    assert_eq!(answer.header(header::CONTENT_TYPE), "application/zip");
    assert!(answer.header(header::CONTENT_DISPOSITION).ends_with("relier-network_2025-11-20.zip\""));
    assert!(answer.body == std::fs::read(&zip).unwrap());
    let mut archive = zip::ZipArchive::new(Cursor::new(&answer.body)).unwrap();
    let mut packed = BTreeMap::new();
    for i in 0..archive.len() {
        let mut file = archive.by_index(i).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        packed.insert(file.name().unwrap().into_owned(), bytes);
    }
    let mut written = BTreeMap::new();
    for entry in std::fs::read_dir(&dir).unwrap().map(Result::unwrap) {
        written.insert(entry.file_name().into_string().unwrap(), std::fs::read(entry.path()).unwrap());
    }
    assert_eq!(packed.len(), 5);
    assert!(packed == written);
}

#[tokio::test]
async fn tables_are_saved_under_names_with_their_dates() {
    for (path, name) in [
        ("gaps?goal=secure", "relier-gaps_2025-11-20.csv"),
        ("gaps?goal=secure&format=xlsx&as-of=2026-03-01", "relier-gaps_2026-03-01.xlsx"),
        ("actions?as-of=2026-03-01&known=2025-06-05", "relier-actions_2026-03-01_known-2025-06-05.csv"),
        ("compare?dates=2025-06-05,2026-03-01", "relier-compare_2025-06-05_2026-03-01.csv"),
    ] {
        let answer = get(&format!("/api/v1/tables/{path}")).await;
        assert_eq!(answer.header(header::CONTENT_DISPOSITION), format!("attachment; filename=\"{name}\""));
    }
    refused("/api/v1/export/shapefile", StatusCode::NOT_FOUND, &["/api/v1/meta"]).await;
    refused("/api/v1/export/csv?table=tie", StatusCode::BAD_REQUEST, &["ties"]).await;
    refused("/api/v1/export/graphml?projection=actors", StatusCode::BAD_REQUEST, &["meeting"]).await;
}

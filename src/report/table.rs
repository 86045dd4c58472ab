//! Tables of text: what CSV and spreadsheets share.

use crate::view::DatesView;

/// Rows under heads.
pub(super) struct Table {
    pub(super) heads: Vec<&'static str>,
    pub(super) rows: Vec<Vec<String>>,
}

impl Table {
    /// As CSV with a head line. Under a scenario the first column of every line says what is assumed; with additional sources
    /// the first column says that they are not machine-checked, and where a date lies outside the documents, that it does.
    pub(super) fn csv(&self, dates: &DatesView) -> Result<Vec<u8>, csv::Error> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        let assumed: Vec<&str> = dates.assumptions.iter().map(|a| a.words.as_str()).collect();
        let mut first: Vec<(&str, String)> = Vec::new();
        if !assumed.is_empty() {
            first.push(("assumption", assumed.join("; ")));
        }
        if let Some(beyond) = &dates.beyond {
            first.push(("dates", beyond.en.clone()));
        }
        if dates.additional.is_some() {
            first.push(("additional_sources", "included, not machine-checked".to_owned()));
        }
        writer.write_record(first.iter().map(|(head, _)| *head).chain(self.heads.iter().copied()))?;
        for row in &self.rows {
            writer.write_record(first.iter().map(|(_, told)| told).chain(row))?;
        }
        writer.flush()?;
        writer.into_inner().map_err(|e| csv::Error::from(e.into_error()))
    }
}

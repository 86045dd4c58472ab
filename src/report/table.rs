//! Tables of text: what CSV and spreadsheets share.

use crate::view::DatesView;

/// Rows under heads.
pub(super) struct Table {
    pub(super) heads: Vec<&'static str>,
    pub(super) rows: Vec<Vec<String>>,
}

impl Table {
    /// As CSV with a head line. Under a scenario the first column of every line says what is assumed.
    pub(super) fn csv(&self, dates: &DatesView) -> Result<Vec<u8>, csv::Error> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        let assumed: Vec<&str> = dates.assumptions.iter().map(|a| a.words.as_str()).collect();
        let (head, told) = match assumed.is_empty() {
            true => (None, None),
            false => (Some("assumption"), Some(assumed.join("; "))),
        };
        writer.write_record(head.into_iter().chain(self.heads.iter().copied()))?;
        for row in &self.rows {
            writer.write_record(told.iter().chain(row))?;
        }
        writer.flush()?;
        writer.into_inner().map_err(|e| csv::Error::from(e.into_error()))
    }
}

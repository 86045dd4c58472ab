//! Tables of text: what CSV and spreadsheets share.

/// Rows under heads.
pub(super) struct Table {
    pub(super) heads: Vec<&'static str>,
    pub(super) rows: Vec<Vec<String>>,
}

impl Table {
    /// As CSV with a head line.
    pub(super) fn csv(&self) -> Result<Vec<u8>, csv::Error> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(&self.heads)?;
        for row in &self.rows {
            writer.write_record(row)?;
        }
        writer.flush()?;
        writer.into_inner().map_err(|e| csv::Error::from(e.into_error()))
    }
}

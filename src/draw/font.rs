//! The one font that the program holds, regular and bold: labels are measured with it, and PNG pictures are lettered
//! with it and with nothing else, so that they are the same on every machine.

use std::sync::{Arc, OnceLock};

use resvg::usvg::fontdb::{Database, ID, Source};
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, MetadataProvider};

use super::text::Weight;

const REGULAR: &[u8] = include_bytes!("font/DejaVuSans.ttf");
const BOLD: &[u8] = include_bytes!("font/DejaVuSans-Bold.ttf");

/// Font units in an em.
const EM: f64 = 2048.0;

/// One weight, ready to be asked.
struct Face {
    font: FontRef<'static>,
    metrics: GlyphMetrics<'static>,
}

impl Face {
    fn open(bytes: &'static [u8]) -> Option<Face> {
        let font = FontRef::new(bytes).ok()?;
        let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
        Some(Face { font, metrics })
    }

    fn advance(&self, c: char) -> Option<f64> {
        let glyph = self.font.charmap().map(c)?;
        self.metrics.advance_width(glyph).map(|units| f64::from(units) / EM)
    }
}

/// The faces; none only if the embedded bytes were no font.
fn face(weight: Weight) -> Option<&'static Face> {
    static FACES: OnceLock<[Option<Face>; 2]> = OnceLock::new();
    let [regular, bold] = FACES.get_or_init(|| [Face::open(REGULAR), Face::open(BOLD)]);
    match weight {
        Weight::Regular => regular.as_ref(),
        Weight::Bold => bold.as_ref(),
    }
}

/// How far a character moves the pen, in sizes, or `None` when the font does not hold it. What bold lacks, regular
/// stands in for.
pub(super) fn advance(c: char, weight: Weight) -> Option<f64> {
    let own = face(weight).and_then(|f| f.advance(c));
    own.or_else(|| face(Weight::Regular).and_then(|f| f.advance(c)))
}

/// The font for the renderer.
pub(super) struct Fonts {
    pub(super) database: Arc<Database>,
    pub(super) regular: ID,
    pub(super) bold: ID,
}

/// The two faces in a database that knows no other; `None` only if the embedded bytes were no font.
pub(super) fn fonts() -> Option<&'static Fonts> {
    static FONTS: OnceLock<Option<Fonts>> = OnceLock::new();
    let load = || {
        let mut database = Database::new();
        let mut add = |bytes: &'static [u8]| {
            database.load_font_source(Source::Binary(Arc::new(bytes))).first().copied()
        };
        let (regular, bold) = (add(REGULAR)?, add(BOLD)?);
        Some(Fonts { database: Arc::new(database), regular, bold })
    };
    FONTS.get_or_init(load).as_ref()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_weights_are_there_and_hold_what_the_documents_write() {
        assert!(fonts().is_some());
        for c in "AZaz09éèàçœŒÉ’«»–…·‑\u{a0}\u{202f}ЖΩ".chars() {
            for weight in [Weight::Regular, Weight::Bold] {
                assert!(advance(c, weight).is_some_and(|w| w > 0.0), "{c:?} {weight:?}");
            }
        }
        assert_eq!(advance('漢', Weight::Regular), None);
        assert_eq!(advance('🦀', Weight::Bold), None);
    }

    #[test]
    fn an_em_has_as_many_units_as_is_said() {
        for weight in [Weight::Regular, Weight::Bold] {
            let metrics = &face(weight).expect("a face").font;
            let units = metrics.metrics(Size::unscaled(), LocationRef::default()).units_per_em;
            assert_eq!(f64::from(units), EM);
        }
    }
}

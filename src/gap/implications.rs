//! Which coverage implies which: implications between the columns of a matrix that hold for every unit (METHOD 4.1).

use std::collections::BTreeMap;

/// Columns that exactly the same units have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The columns, ascending.
    pub columns: Vec<usize>,
    /// The units that have them, ascending; neither none nor all.
    pub units: Vec<usize>,
}

/// An implication that one unit breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Near {
    /// The group that implies.
    pub from: usize,
    /// The group that is implied.
    pub to: usize,
    /// The unit that has the first and not the second.
    pub exception: usize,
}

/// The implications of a matrix.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Implications {
    /// Columns by the units that have them, in the order of their first column.
    pub groups: Vec<Group>,
    /// `(a, b)`: every unit with group `a` also has group `b`, and no group lies between the two; what follows from two
    /// of them is left out (the Hasse diagram). Ascending.
    pub covers: Vec<(usize, usize)>,
    /// Implications with one exception, of those that at least two units bear out. Ascending.
    pub near: Vec<Near>,
    /// Columns that every unit has: everything implies them.
    pub everyone: Vec<usize>,
    /// Columns that no unit has: they imply everything.
    pub nobody: Vec<usize>,
}

/// Finds the implications in a matrix of units (rows) × columns, where true means that the unit has the column.
///
/// An implication is an inclusion between the sets of units of two columns; a column that all units have, or none, is
/// set apart, since it implies or is implied by construction. Columns with equal sets imply each other and form one
/// [`Group`]. Every row must be as long as the first. O(columns² × units + columns³).
///
/// ```
/// use relier::gap::implications;
/// // Who has the second column also has the first; the third is everybody's.
/// let found = implications(&[vec![true, true, true], vec![true, false, true], vec![false, false, true]]);
/// assert_eq!(found.covers, [(1, 0)]);
/// assert_eq!(found.everyone, [2]);
/// ```
pub fn implications(matrix: &[Vec<bool>]) -> Implications {
    let columns = matrix.first().map_or(0, Vec::len);
    let mut found = Implications::default();
    let mut by_units: BTreeMap<Vec<usize>, usize> = BTreeMap::new();
    for c in 0..columns {
        let units: Vec<usize> = (0..matrix.len()).filter(|&u| matrix[u][c]).collect();
        if units.is_empty() {
            found.nobody.push(c);
        } else if units.len() == matrix.len() {
            found.everyone.push(c);
        } else if let Some(&group) = by_units.get(&units) {
            found.groups[group].columns.push(c);
        } else {
            by_units.insert(units.clone(), found.groups.len());
            found.groups.push(Group { columns: vec![c], units });
        }
    }
    let groups = &found.groups;
    let n = groups.len();
    let without = |a: usize, b: usize| -> Vec<usize> {
        groups[a].units.iter().copied().filter(|u| !groups[b].units.contains(u)).collect()
    };
    // No two groups have the same units: inclusion is strict.
    let inside: Vec<Vec<bool>> =
        (0..n).map(|a| (0..n).map(|b| a != b && without(a, b).is_empty()).collect()).collect();
    for a in 0..n {
        for b in 0..n {
            if inside[a][b] && !(0..n).any(|between| inside[a][between] && inside[between][b]) {
                found.covers.push((a, b));
            }
            if a != b
                && let [exception] = without(a, b)[..]
                && groups[a].units.len() > 2
            {
                found.near.push(Near { from: a, to: b, exception });
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows of `1` and `0`.
    fn of(rows: &[&str]) -> Implications {
        let row = |r: &&str| r.chars().map(|c| c == '1').collect();
        implications(&rows.iter().map(row).collect::<Vec<_>>())
    }

    #[test]
    fn a_chain_keeps_only_its_links() {
        // {0} ⊂ {0, 1} ⊂ {0, 1, 2}, of four units.
        let found = of(&["111", "011", "001", "000"]);
        assert_eq!(found.covers, [(0, 1), (1, 2)]);
        assert!(found.everyone.is_empty() && found.nobody.is_empty());
    }

    #[test]
    fn a_diamond_has_four_sides() {
        // {0} ⊂ {0, 1}, {0, 2} ⊂ {0, 1, 2}.
        let found = of(&["1111", "0101", "0011", "0000"]);
        assert_eq!(found.covers, [(0, 1), (0, 2), (1, 3), (2, 3)]);
    }

    #[test]
    fn columns_of_the_same_units_are_one_group() {
        let found = of(&["11", "11", "00"]);
        assert_eq!(found.groups, [Group { columns: vec![0, 1], units: vec![0, 1] }]);
        assert!(found.covers.is_empty());
    }

    #[test]
    fn what_all_or_none_have_implies_nothing() {
        let found = of(&["110", "100"]);
        assert_eq!((found.everyone, found.nobody), (vec![0], vec![2]));
        assert!(found.covers.is_empty() && found.near.is_empty());
    }

    #[test]
    fn one_exception_is_named_where_two_units_bear_it_out() {
        // The first column: units 0, 1, 2; the second: 0, 1, 3. Each breaks the other once.
        let found = of(&["11", "11", "10", "01", "00"]);
        let near = |from, to, exception| Near { from, to, exception };
        assert_eq!(found.near, [near(0, 1, 2), near(1, 0, 3)]);
        // Of two units one alone bears it out: that is no rule.
        assert!(of(&["11", "10", "01", "00"]).near.is_empty());
    }

    #[test]
    fn nothing_in_nothing() {
        assert_eq!(implications(&[]), Implications::default());
    }
}

/// The rows of a data file, as cells: one a line, cells apart by tabs. Lines of comment begin with `#` and a space; rows with too
/// few cells are left out.
pub(crate) fn rows<const N: usize>(page: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    page.lines().filter(|line| !line.starts_with("# ")).filter_map(|line| {
        let mut cells = line.split('\t');
        let mut row = [""; N];
        for cell in &mut row {
            *cell = cells.next()?;
        }
        Some(row)
    })
}

#[cfg(test)]
mod tests {
    use super::rows;

    #[test]
    fn comments_and_short_rows_are_left_out() {
        let page = "# a comment\nun\tdeux\ntrois\n#\tsign\n";
        assert_eq!(rows::<2>(page).collect::<Vec<_>>(), [["un", "deux"], ["#", "sign"]]);
    }
}

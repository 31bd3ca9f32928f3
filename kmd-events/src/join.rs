use core::fmt;

/// Formats items with a separator between them.
///
/// ```
/// use kmd_events::join;
///
/// assert_eq!(join(&[500, 4500], ", ").to_string(), "500, 4500");
/// assert_eq!(join("a b c".split(' ').rev(), "/").to_string(), "c/b/a");
/// ```
pub fn join<I>(items: I, separator: &str) -> impl fmt::Display + use<'_, I>
where
    I: IntoIterator + Clone,
    I::Item: fmt::Display,
{
    Join { items, separator }
}

struct Join<'s, I> {
    items: I,
    separator: &'s str,
}

impl<I> fmt::Display for Join<'_, I>
where
    I: IntoIterator + Clone,
    I::Item: fmt::Display,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, item) in self.items.clone().into_iter().enumerate() {
            if index > 0 {
                f.write_str(self.separator)?;
            }
            write!(f, "{item}")?;
        }
        Ok(())
    }
}

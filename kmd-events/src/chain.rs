use core::error::Error;
use core::fmt;

/// Formats an error with its sources, separated by a colon and a space.
///
/// ```
/// use kmd_events::chain;
///
/// #[derive(Debug)]
/// struct Failed(std::num::ParseIntError);
///
/// impl std::fmt::Display for Failed {
///     fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
///         f.write_str("cannot read the configuration")
///     }
/// }
///
/// impl std::error::Error for Failed {
///     fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
///         Some(&self.0)
///     }
/// }
///
/// let error = Failed("x".parse::<u8>().unwrap_err());
/// assert_eq!(chain(&error).to_string(), "cannot read the configuration: invalid digit found in string");
/// ```
pub fn chain(error: &(dyn Error + 'static)) -> impl fmt::Display {
    Chain(error)
}

struct Chain<'e>(&'e (dyn Error + 'static));

impl fmt::Display for Chain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)?;
        let mut source = self.0.source();
        while let Some(error) = source {
            write!(f, ": {error}")?;
            source = error.source();
        }
        Ok(())
    }
}

//! The code blocks of a Markdown page.

use crate::read;

/// A fenced block: the language after the fence, and the text.
pub struct Block {
    pub language: String,
    pub text: String,
}

/// Returns the blocks of a page, by its path from the root.
pub fn code_blocks(page: &str) -> Vec<Block> {
    let text = read(page);
    let mut lines = text.lines();
    let mut blocks = Vec::new();
    while let Some(line) = lines.next() {
        if let Some(language) = line.strip_prefix("```") {
            let text: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            blocks.push(Block { language: language.to_owned(), text: text.join("\n") + "\n" });
        }
    }
    blocks
}

/// Returns the texts of the blocks in a language that rustdoc does not test, in order.
pub fn texts(page: &str, language: &str) -> Vec<String> {
    let blocks = code_blocks(page).into_iter().filter(|block| block.language == language);
    blocks.map(|block| block.text).collect()
}

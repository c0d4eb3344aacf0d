use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::complain;

const BUNDLED: &str = include_str!("../articles/abliazov.txt");

/// A text to read, not read yet.
pub enum Article {
    Bundled,
    StandardInput,
    File(PathBuf),
}

impl Article {
    /// What the output calls it.
    pub fn name(&self) -> String {
        match self {
            Self::Bundled => "examples/articles/abliazov.txt".into(),
            Self::StandardInput => "-".into(),
            Self::File(path) => path.display().to_string(),
        }
    }

    /// Its text, or a message that names the file, the fault and the remedy.
    pub fn read(&self) -> Result<String, String> {
        let bytes = match self {
            Self::Bundled => return Ok(BUNDLED.to_owned()),
            Self::StandardInput => {
                let mut bytes = Vec::new();
                io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
            }
            Self::File(path) => fs::read(path),
        };
        let bytes = bytes.map_err(|error| format!("{}: cannot be read: {error}", self.name()))?;
        String::from_utf8(bytes).map_err(|error| {
            let at = error.utf8_error().valid_up_to();
            format!(
                "{}: is not UTF-8 (byte {at}); convert it first, e.g. with `iconv -f latin1 -t utf8`",
                self.name()
            )
        })
    }
}

/// The articles that the arguments name, in order, and whether one of them could not be found.
pub fn articles(paths: &[PathBuf]) -> (Vec<Article>, bool) {
    let mut found = Vec::new();
    let mut failed = false;
    if paths.is_empty() {
        found.push(Article::Bundled);
    }
    for path in paths {
        if path.as_os_str() == "-" {
            found.push(Article::StandardInput);
        } else if path.is_dir() {
            let before = found.len();
            failed |= walk(path, &mut found);
            if found.len() == before {
                failed |= complain(&format!("{}: no *.txt file below this folder", path.display()));
            }
        } else {
            // A missing file is told when its turn comes, so that the others are done first or after, in order.
            found.push(Article::File(path.clone()));
        }
    }
    (found, failed)
}

/// Adds every *.txt below a folder, sorted by path; true where a folder could not be listed.
fn walk(folder: &Path, found: &mut Vec<Article>) -> bool {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => return complain(&format!("{}: cannot be listed: {error}", folder.display())),
    };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let mut failed = false;
    for path in paths {
        // A link to a folder could lead back to where we are.
        if path.is_dir() && !path.is_symlink() {
            failed |= walk(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "txt") && path.is_file() {
            found.push(Article::File(path));
        }
    }
    failed
}

//! The page's modules as one script: each module a function of its own, in the order in which they need each other.
//!
//! Only what the page uses of ES modules is understood: static imports from a relative path, by name or as a whole,
//! `import('…')` of a path written out, and exports of functions, classes and constants where they are declared. Anything
//! else is refused by name, so that a module that needs more fails here and not in somebody's browser.

use std::collections::BTreeMap;

/// What the linker cannot do, with the module and the line.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{module}: {what}: {line}")]
pub struct LinkError {
    /// The module.
    pub module: String,
    /// What is wrong.
    pub what: &'static str,
    /// The line.
    pub line: String,
}

/// A module taken apart.
struct Module {
    /// The modules that it needs, each once, in the order of its imports.
    needs: Vec<String>,
    /// Its code without imports and the word `export`.
    code: String,
    /// What it hands on.
    exports: Vec<String>,
}

/// The path of `to`, seen from the module `from`: `app/main.js` and `../views/x.js` give `views/x.js`.
fn resolve(from: &str, to: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in to.split('/') {
        match part {
            "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

fn name_of(path: &str) -> String {
    format!("__relier[{path:?}]")
}

/// The names in `{ a, b as c }`, as what is exported and what it is called here.
fn names(list: &str) -> Option<Vec<(String, String)>> {
    let inner = list.trim().strip_prefix('{')?.strip_suffix('}')?;
    let pairs = inner.split(',').map(str::trim).filter(|n| !n.is_empty());
    Some(
        pairs
            .map(|n| n.split_once(" as ").map_or((n, n), |(a, b)| (a.trim(), b.trim())))
            .map(|(a, b)| (a.to_owned(), b.to_owned()))
            .collect(),
    )
}

fn is_word(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '$')
}

fn take_apart(path: &str, text: &str) -> Result<Module, LinkError> {
    let refuse = |what, line: &str| LinkError { module: path.to_owned(), what, line: line.trim().to_owned() };
    let mut module = Module { needs: Vec::new(), code: String::new(), exports: Vec::new() };
    let mut in_comment = false;
    let mut statement: Option<String> = None;
    for line in text.lines() {
        if in_comment {
            in_comment = !line.contains("*/");
            continue;
        }
        if statement.is_none() && line.trim_start().starts_with("/**") {
            // The types of the page stand in comments: nobody reads them in the bundle.
            if !line.contains("*/") {
                in_comment = true;
                continue;
            }
            if line.trim_end().ends_with("*/") && line.matches("/*").count() == 1 {
                continue;
            }
        }
        if let Some(mut said) = statement.take() {
            said.push(' ');
            said += line.trim();
            if said.ends_with(';') { import(path, &said, &mut module)? } else { statement = Some(said) }
        } else if line.starts_with("import ") || line.starts_with("import{") {
            if line.trim_end().ends_with(';') {
                import(path, line.trim_end(), &mut module)?;
            } else {
                statement = Some(line.trim_end().to_owned());
            }
        } else if let Some(rest) = line.strip_prefix("export ") {
            let word = ["async function ", "function ", "class ", "const "]
                .iter()
                .find_map(|k| rest.strip_prefix(k))
                .ok_or_else(|| {
                    refuse("only a function, a class or a constant is exported where it is declared", line)
                })?;
            let end =
                word.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '$')).unwrap_or(word.len());
            if end == 0 {
                return Err(refuse("what is exported has no plain name", line));
            }
            module.exports.push(word[..end].to_owned());
            module.code += rest;
            module.code.push('\n');
        } else {
            if line.split("//").next().unwrap_or_default().contains("import.meta") {
                return Err(refuse("a single file has no import.meta", line));
            }
            let code = later(path, line, &mut module.needs)
                .ok_or_else(|| refuse("a module loaded while the page runs is named by its path", line))?;
            module.code += &code;
            module.code.push('\n');
        }
    }
    if let Some(said) = statement {
        return Err(refuse("an import does not end", &said));
    }
    Ok(module)
}

/// A line in which modules loaded while the page runs are those that stand in the file already; `None` where one is not
/// named by a relative path in quotes. What stands in a comment is a type.
fn later(path: &str, line: &str, needs: &mut Vec<String>) -> Option<String> {
    const OPENS: &str = "import(";
    let mut out = String::new();
    let mut rest = line;
    while let Some(at) = rest.find(OPENS) {
        let before = line.len() - rest.len() + at;
        let open = line[..before].rfind("/*").is_some_and(|o| !line[o..before].contains("*/"));
        let word = line[..before].chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == '_');
        let after = &rest[at + OPENS.len()..];
        if open || word || line[..before].contains("//") {
            out += &rest[..at + OPENS.len()];
            rest = after;
            continue;
        }
        let (from, end) = after.strip_prefix('\'')?.split_once("')")?;
        if !from.starts_with('.') {
            return None;
        }
        let target = resolve(path, from);
        out += &format!("{}Promise.resolve({})", &rest[..at], name_of(&target));
        if !needs.contains(&target) {
            needs.push(target);
        }
        rest = end;
    }
    Some(out + rest)
}

fn import(path: &str, said: &str, module: &mut Module) -> Result<(), LinkError> {
    let refuse = |what| LinkError { module: path.to_owned(), what, line: said.to_owned() };
    let said = said.trim_start_matches("import").trim().trim_end_matches(';');
    let (what, from) =
        said.rsplit_once(" from ").ok_or(refuse("an import names what it takes and where from"))?;
    let from = from.trim().trim_matches(['\'', '"']);
    if !from.starts_with('.') {
        return Err(refuse("only modules of the page are imported, by a relative path"));
    }
    let target = resolve(path, from);
    let what = what.trim();
    if let Some(whole) = what.strip_prefix("* as ").filter(|w| is_word(w)) {
        module.code += &format!("const {whole} = {};\n", name_of(&target));
    } else if let Some(names) = names(what).filter(|n| n.iter().all(|(a, b)| is_word(a) && is_word(b))) {
        let taken: Vec<String> =
            names.iter().map(|(a, b)| if a == b { a.clone() } else { format!("{a}: {b}") }).collect();
        module.code += &format!("const {{ {} }} = {};\n", taken.join(", "), name_of(&target));
    } else {
        return Err(refuse("an import takes names in braces or everything as one name"));
    }
    if !module.needs.contains(&target) {
        module.needs.push(target);
    }
    Ok(())
}

/// Links the modules that `entry` needs, directly or through others. `read` gives the text of a module by its path.
///
/// # Errors
/// When a module is missing, uses what is not understood, or needs itself through others.
pub fn link(entry: &str, read: &dyn Fn(&str) -> Option<String>) -> Result<String, LinkError> {
    let mut done: BTreeMap<String, bool> = BTreeMap::new();
    let mut out = "'use strict';\nconst __relier = {};\n".to_owned();
    add(entry, entry, read, &mut done, &mut out)?;
    Ok(out)
}

fn add(
    path: &str,
    entry: &str,
    read: &dyn Fn(&str) -> Option<String>,
    done: &mut BTreeMap<String, bool>,
    out: &mut String,
) -> Result<(), LinkError> {
    match done.get(path) {
        Some(true) => return Ok(()),
        Some(false) => {
            let what = "modules need each other in a circle";
            return Err(LinkError { module: path.to_owned(), what, line: String::new() });
        }
        None => {}
    }
    done.insert(path.to_owned(), false);
    let Some(text) = read(path) else {
        let what = "there is no such module";
        return Err(LinkError { module: path.to_owned(), what, line: String::new() });
    };
    let module = take_apart(path, &text)?;
    for need in &module.needs {
        add(need, entry, read, done, out)?;
    }
    // The first module may wait for something before it goes on; the others are there at once.
    let opens = if path == entry { "(async () => {\n" } else { "(() => {\n" };
    if path != entry {
        *out += &format!("{} = ", name_of(path));
    }
    *out += opens;
    *out += &module.code;
    if path != entry {
        *out += &format!("return {{ {} }};\n", module.exports.join(", "));
    }
    *out += "})();\n";
    done.insert(path.to_owned(), true);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn linked(modules: &[(&str, &str)]) -> Result<String, String> {
        let read = |path: &str| modules.iter().find(|(p, _)| *p == path).map(|(_, t)| (*t).to_owned());
        link("app/main.js", &read).map_err(|e| e.to_string())
    }

    #[test]
    fn modules_come_before_those_that_need_them_and_each_once() {
        let out = linked(&[
            ("app/main.js", "import { a,\n  b as c } from './a.js';\nimport * as v from '../views/v.js';\nawait a(c, v);\n"),
            ("app/a.js", "/** Says a. */\nexport function a() {}\nexport const b = 1;\n"),
            ("views/v.js", "import { a } from '../app/a.js';\nexport async function v() { a(); }\nexport class W {}\n"),
        ])
        .expect("links");
        assert_eq!(
            out,
            "'use strict';\nconst __relier = {};\n\
             __relier[\"app/a.js\"] = (() => {\nfunction a() {}\nconst b = 1;\nreturn { a, b };\n})();\n\
             __relier[\"views/v.js\"] = (() => {\nconst { a } = __relier[\"app/a.js\"];\nasync function v() { a(); }\nclass W {}\nreturn { v, W };\n})();\n\
             (async () => {\nconst { a, b: c } = __relier[\"app/a.js\"];\nconst v = __relier[\"views/v.js\"];\nawait a(c, v);\n})();\n"
        );
    }

    #[test]
    fn modules_loaded_later_stand_in_the_file_before_those_that_load_them() {
        let out = linked(&[
            ("app/main.js", "/** @type {import('./t.js').T} */ (a);\nconst [v, w] = await Promise.all([import('../views/v.js'), import('./w.js')]);\nconst x = /** @type {import('./t.js').T} */ (v);\n"),
            ("views/v.js", "export const v = 1;\n"),
            ("app/w.js", "export const w = 2;\n"),
        ])
        .expect("links");
        assert_eq!(
            out,
            "'use strict';\nconst __relier = {};\n\
             __relier[\"views/v.js\"] = (() => {\nconst v = 1;\nreturn { v };\n})();\n\
             __relier[\"app/w.js\"] = (() => {\nconst w = 2;\nreturn { w };\n})();\n\
             (async () => {\n/** @type {import('./t.js').T} */ (a);\nconst [v, w] = await Promise.all([Promise.resolve(__relier[\"views/v.js\"]), Promise.resolve(__relier[\"app/w.js\"])]);\n\
             const x = /** @type {import('./t.js').T} */ (v);\n})();\n"
        );
    }

    #[test]
    fn what_is_not_understood_is_refused_by_name() {
        for (text, what) in [
            ("import x from './x.js';\n", "takes names in braces"),
            ("import { x } from 'lit';\n", "by a relative path"),
            ("import './x.js';\n", "names what it takes"),
            ("export default 1;\n", "only a function, a class or a constant"),
            ("export let x = 1;\n", "only a function, a class or a constant"),
            ("export * from './x.js';\n", "only a function, a class or a constant"),
            ("const x = await import(name);\n", "while the page runs"),
            ("const x = await import('lit');\n", "while the page runs"),
            ("const x = await import('./x.js');\n", "there is no such module"),
            ("const x = import.meta.url;\n", "import.meta"),
            ("import { x } from './none.js';\n", "there is no such module"),
            ("import { x } from './main.js';\n", "in a circle"),
        ] {
            let told = linked(&[("app/main.js", text)]).expect_err(text);
            assert!(told.contains(what), "{text} is told as {told}");
        }
    }
}

//! What is said of a command line that cannot be read: what is wrong, where, and how to mend it, in the language that it asks for.

use std::error::Error as _;
use std::process::ExitCode;

use clap::CommandFactory;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use relier::view::Label;
use relier::view::words::say;

use super::language::{Refused, asks_french};
use super::{Cli, tell};

/// Prints help and version as they are; refuses everything else with exit code 2.
pub(crate) fn refuse(error: &clap::Error) -> ExitCode {
    let Some(told) = told(error) else { error.exit() };
    let french = asks_french();
    let (head, usage, of) = match french {
        true => ("erreur", "Utilisation", &told.fr),
        false => ("error", "Usage", &told.en),
    };
    let mut out = format!("{head}: {of}");
    if let Some(line) = one(error, ContextKind::Usage) {
        let line = line.trim().trim_start_matches("Usage:").trim().to_owned();
        out += &format!("\n\n{usage}: {line}");
    }
    let help = format!("relier{} --help", verb().map(|v| format!(" {v}")).unwrap_or_default());
    out += &match french {
        true => format!("\n\nPour en savoir plus (en anglais): {help}"),
        false => format!("\n\nFor more: {help}"),
    };
    tell(format_args!("{out}"));
    ExitCode::from(2)
}

/// The verb of the command line.
fn verb() -> Option<String> {
    let cli = Cli::command();
    std::env::args().skip(1).find(|word| cli.find_subcommand(word).is_some())
}

/// What is wrong and how to mend it; none for help and version, and for what the parser alone can say.
pub(crate) fn told(error: &clap::Error) -> Option<Label> {
    let word = |kind| one(error, kind).unwrap_or_default();
    let option = || word(ContextKind::InvalidArg);
    Some(match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let near = meant(error, ContextKind::SuggestedSubcommand, "relier --help");
            let given = word(ContextKind::InvalidSubcommand);
            say(
                format!("il n’y a pas de commande «{given}»{}", near.fr),
                format!("there is no command «{given}»{}", near.en),
            )
        }
        ErrorKind::UnknownArgument => unknown(error, &option()),
        ErrorKind::InvalidValue => value(error, &option(), &word(ContextKind::InvalidValue)),
        ErrorKind::ValueValidation => {
            let (of, given) = (option(), word(ContextKind::InvalidValue));
            let why = error.source().map(reason).unwrap_or_default();
            say(
                format!("{of}: «{given}» ne va pas: {}", why.fr),
                format!("{of}: «{given}» will not do: {}", why.en),
            )
        }
        ErrorKind::TooFewValues | ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues => {
            number(error, &option())
        }
        ErrorKind::ArgumentConflict => {
            let others = all(error, ContextKind::PriorArg);
            let (of, with) = (option(), if others.is_empty() { option() } else { others.join(", ") });
            match of == with {
                true => say(
                    format!("{of} est donné deux fois: ne le donnez qu’une fois"),
                    format!("{of} is given twice: give it once"),
                ),
                false => say(
                    format!("{of} ne va pas avec {with}: retirez l’un des deux"),
                    format!("{of} does not go with {with}: leave one of them away"),
                ),
            }
        }
        ErrorKind::MissingRequiredArgument => {
            let missing = all(error, ContextKind::InvalidArg).join(" ");
            say(format!("il manque {missing}: ajoutez-le"), format!("{missing} is missing: add it"))
        }
        ErrorKind::InvalidUtf8 => say(
            "un mot de la ligne de commande n’est pas du texte UTF-8: écrivez-le autrement",
            "a word of the command line is not UTF-8 text: write it another way",
        ),
        _ => return None,
    })
}

/// An option that nobody knows, or a word too many.
fn unknown(error: &clap::Error, given: &str) -> Label {
    let near = meant(error, ContextKind::SuggestedArg, "--help");
    if given.starts_with('-') && given != "-" {
        return say(
            format!("l’option «{given}» n’est pas connue ici{}", near.fr),
            format!("the option «{given}» is not known here{}", near.en),
        );
    }
    say(
        format!(
            "«{given}» est un mot de trop: retirez-le, ou mettez entre guillemets un nom de plusieurs mots"
        ),
        format!(
            "«{given}» is one word too many: leave it away, or put a name of several words between quotation marks"
        ),
    )
}

/// A value that is none of those that there are, or is missing.
fn value(error: &clap::Error, of: &str, given: &str) -> Label {
    let valid = all(error, ContextKind::ValidValue).join(", ");
    let list = match valid.as_str() {
        "" => Label::default(),
        list => say(format!("; les valeurs sont: {list}"), format!("; the values are: {list}")),
    };
    if given.is_empty() {
        return say(
            format!("il manque la valeur de {of}{}", list.fr),
            format!("the value of {of} is missing{}", list.en),
        );
    }
    let near = one(error, ContextKind::SuggestedValue);
    let near = near
        .map(|n| say(format!("; vouliez-vous dire {n}?"), format!("; did you mean {n}?")))
        .unwrap_or_default();
    say(
        format!("«{given}» n’est pas une valeur de {of}{}{}", near.fr, list.fr),
        format!("«{given}» is no value of {of}{}{}", near.en, list.en),
    )
}

/// Too few or too many values.
fn number(error: &clap::Error, of: &str) -> Label {
    let count = |kind| match error.get(kind) {
        Some(ContextValue::Number(n)) => Some(*n),
        _ => None,
    };
    let wanted = count(ContextKind::ExpectedNumValues).or(count(ContextKind::MinValues));
    match (wanted, count(ContextKind::ActualNumValues)) {
        (Some(wanted), Some(given)) => say(
            format!("{of} demande {wanted} valeurs; données ici: {given}"),
            format!("{of} takes {wanted} values; given here: {given}"),
        ),
        _ => say(
            format!("{of} n’a pas le nombre de valeurs qu’il faut"),
            format!("{of} has not the number of values that it takes"),
        ),
    }
}

/// Why a value will not do. The program's own parsers say it in both languages; what the parser of numbers says is put in both.
fn reason(why: &(dyn std::error::Error + 'static)) -> Label {
    if let Some(Refused(told)) = why.downcast_ref::<Refused>() {
        return told.clone();
    }
    let text = why.to_string();
    if let Some((number, range)) = text.split_once(" is not in ") {
        let (least, most) = range.split_once("..=").unwrap_or((range, "…"));
        return say(
            format!("{number} n’est pas entre {least} et {most}"),
            format!("{number} is not between {least} and {most}"),
        );
    }
    if why.is::<std::num::ParseIntError>() || text.contains("invalid digit") {
        return say("il faut un nombre entier, en chiffres", "a whole number is wanted, in digits");
    }
    say(text.clone(), text)
}

/// `; did you mean …?`, or where all are listed.
fn meant(error: &clap::Error, kind: ContextKind, help: &str) -> Label {
    match all(error, kind).join(", ").as_str() {
        "" => say(format!("; «{help}» donne la liste"), format!("; «{help}» lists what there is")),
        near => say(format!("; vouliez-vous dire {near}?"), format!("; did you mean {near}?")),
    }
}

/// What the parser found, as texts.
fn all(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        Some(ContextValue::StyledStr(text)) => vec![text.to_string()],
        Some(ContextValue::StyledStrs(texts)) => texts.iter().map(ToString::to_string).collect(),
        _ => Vec::new(),
    }
}

fn one(error: &clap::Error, kind: ContextKind) -> Option<String> {
    all(error, kind).into_iter().next()
}

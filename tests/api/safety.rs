//! Nothing that a stranger writes into an address, a path or a header comes back as markup or as a header.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};

use super::document::examples;
use super::{Answer, ask, get};

/// What a stranger would like to see run: closes an attribute, an element, a rule, a string and a line.
const HOSTILE: [&str; 4] = [
    "\"'></title></style><script>zqx()</script><img src=x onerror=zqx()>",
    "zqx\r\nSet-Cookie: zqx=1\r\n\r\n<script>zqx()</script>",
    "javascript:zqx()//]]>--!><svg onload=zqx()>",
    "\u{202e}zqx\u{0}\u{7}<zqx>&zqx;",
];

fn unharmed(answer: &Answer, what: &str) {
    for (name, value) in &answer.headers {
        let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
        assert!(!value.contains("zqx") && !name.as_str().contains("zqx"), "{what}: {name}: {value}");
    }
    assert_eq!(answer.header(header::X_CONTENT_TYPE_OPTIONS), "nosniff", "{what}");
    assert!(answer.header(header::CONTENT_SECURITY_POLICY).starts_with("default-src 'none'"), "{what}");
    assert!(!answer.status.is_server_error(), "{what}: {}", answer.status);
    let kind = answer.header(header::CONTENT_TYPE);
    if kind.starts_with("text/html") || kind.starts_with("image/svg") {
        let text = String::from_utf8_lossy(&answer.body);
        for mark in ["<script>zqx", "<zqx", "<img src=x", "<svg onload", "\"'></title>"] {
            assert!(!text.contains(mark), "{what}: {mark} came back as markup");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn hostile_words_in_every_parameter_and_place_come_back_as_words() {
    let coded = |text: &str| form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
    let mut tried = 0;
    for (path, params) in relier::server::paths() {
        // A ranking of a thousand replicates is not what this is about.
        let example = examples().into_iter().map(|(a, _)| a).find(|a| {
            let bare = a.split('?').next().unwrap();
            let pattern = format!("/api/v1{}", path.split('{').next().unwrap());
            bare.starts_with(&pattern) && bare.matches('/').count() == path.matches('/').count() + 2
        });
        let example = example.unwrap_or_else(|| panic!("{path} has no example"));
        for hostile in HOSTILE {
            for param in &params {
                let join = if example.contains('?') { '&' } else { '?' };
                let address = format!("{example}{join}{param}={}", coded(hostile));
                unharmed(&get(&address).await, &address);
                tried += 1;
            }
            if path.contains('{') {
                let mut address = format!("/api/v1{path}");
                while let Some((before, after)) = address.clone().split_once('{') {
                    let rest = after.split_once('}').unwrap().1;
                    address = format!("{before}{}{rest}", coded(hostile).replace('+', "%20"));
                }
                let answer = get(&address).await;
                assert!(answer.status.is_client_error(), "{address}");
                unharmed(&answer, &address);
            }
            let address = format!("{}?{}=1", example.split('?').next().unwrap(), coded(hostile));
            let answer = get(&address).await;
            assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{address}");
            unharmed(&answer, &address);
        }
    }
    assert!(tried > 800, "{tried} tries");
}

#[tokio::test]
async fn hostile_words_on_pages_and_in_headers_come_back_as_words() {
    for hostile in HOSTILE {
        let coded: String = form_urlencoded::byte_serialize(hostile.as_bytes()).collect();
        for address in [
            format!("/plain/actors/{}", coded.replace('+', "%20")),
            format!("/plain?as-of={coded}"),
            format!("/plain/network?focus={coded}"),
            format!("/plain?edit={coded}"),
            format!("/api/?lang={coded}"),
            format!("/{}", coded.replace('+', "%20")),
            format!("/api/v1/{}", coded.replace('+', "%20")),
            format!("/api/v1/pictures/{}", coded.replace('+', "%20")),
        ] {
            let answer = get(&address).await;
            assert!(answer.status.is_client_error(), "{address}: {}", answer.status);
            unharmed(&answer, &address);
        }
    }
    for name in [
        "accept-language",
        "accept-encoding",
        "if-none-match",
        "user-agent",
        "referer",
        "x-forwarded-host",
        "accept",
    ] {
        for path in
            ["/", "/plain", "/api/v1/meta", "/api/v1/network?focus=nobody", "/api/v1/pictures/wheel.svg"]
        {
            let request = Request::builder().uri(path).header(header::HOST, "localhost");
            let request =
                request.header(name, "\"'><script>zqx()</script>, zqx;q=9").body(Body::empty()).unwrap();
            let answer = ask(request).await;
            unharmed(&answer, &format!("{name} on {path}"));
            assert!(!String::from_utf8_lossy(&answer.body).contains("zqx"), "{name} on {path}");
        }
    }
    let request =
        Request::builder().uri("/").header(header::HOST, "<script>zqx</script>").body(Body::empty()).unwrap();
    let answer = ask(request).await;
    assert_eq!(answer.status, StatusCode::MISDIRECTED_REQUEST);
    unharmed(&answer, "host");
}

/// The rules inside a picture and a report are the very ones that the policy names.
#[tokio::test]
async fn what_stands_alone_is_styled_under_its_policy() {
    use base64::Engine as _;
    use sha2::{Digest, Sha256};
    for path in [
        "/api/v1/pictures/wheel.svg",
        "/api/v1/pictures/matrix.svg?theme=dark",
        "/api/v1/report",
        "/api/v1/report/JPN?lang=en",
    ] {
        let answer = get(path).await;
        let policy = answer.header(header::CONTENT_SECURITY_POLICY).to_owned();
        let text = String::from_utf8(answer.body).unwrap();
        let mut styles = 0;
        for part in text.split("<style").skip(1) {
            let rules = part.split_once('>').unwrap().1.split_once("</style>").unwrap().0;
            assert!(
                !rules.contains('&') && !rules.contains("CDATA"),
                "{path}: rules with escapes need another digest"
            );
            let digest = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(rules));
            assert!(policy.contains(&format!("'sha256-{digest}'")), "{path}: {policy}");
            styles += 1;
        }
        assert!(styles > 0 && !text.contains(" style="), "{path}");
        assert!(
            policy.contains("default-src 'none'") && !policy.contains("unsafe") && !policy.contains("script"),
            "{policy}"
        );
    }
}

#[tokio::test]
async fn what_is_too_long_or_too_much_is_told() {
    let long = get(&format!("/api/v1/meta?lang={}", "x".repeat(9000))).await;
    assert_eq!(long.status, StatusCode::URI_TOO_LONG);
    assert_eq!(long.header(header::CONTENT_TYPE), "application/problem+json");
    let many = format!("/api/v1/whatif?{}", vec!["edit=drop+DD-BRA"; 51].join("&"));
    let many = get(&many).await;
    assert_eq!((many.status, many.json()["parameter"].as_str()), (StatusCode::BAD_REQUEST, Some("edit")));
    assert_eq!(get("/api/v1/rank?replicates=1001").await.status, StatusCode::BAD_REQUEST);
    assert_eq!(get("/api/v1/whatif").await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn refusals_are_told_in_the_language_asked_for() {
    let asked = |path: &str, accept: &str| {
        let request =
            Request::builder().uri(path).header(header::HOST, "localhost").header("accept-language", accept);
        ask(request.body(Body::empty()).unwrap())
    };
    for (path, fr, en) in [
        ("/api/v1/network?instrumnt=DP", "vouliez-vous dire", "did you mean"),
        ("/api/v1/network?as-of=2025-02-30", "n’est pas un jour", "no such day"),
        ("/api/v1/actors/Japn", "il n’y a pas d’acteur", "there is no actor"),
        ("/api/v1/nothing", "il n’y a pas cette ressource", "there is no such resource"),
        ("/api/v1/network?without-eu&split-eu", "retirée et partagée", "at once"),
        ("/api/v1/compare?actors=JPN", "deux à quatre", "two to four"),
        (
            "/api/v1/compare?dates=2025-11-20,2025-06-05",
            "dates=2025-06-05,2025-11-20",
            "dates=2025-06-05,2025-11-20",
        ),
        (
            "/api/v1/whatif?edit=add+DP+Japn",
            "il n’y a pas d’acteur «Japn»; pour y remédier: vouliez-vous dire",
            "did you mean",
        ),
        ("/api/v1/gaps?edit=add+DP+FRA", "est un État membre", "is a member-state"),
        ("/api/v1/gaps?edit=adde+DP", "n’est pas une hypothèse", "is no edit"),
        ("/api/v1/gaps?edit=drop", "il manque le lien", "the tie is missing"),
        (
            "/api/v1/gaps?edit=state+DP-JPN+actve",
            "n’est pas un mot d’ici; vouliez-vous dire «active»?",
            "is no state",
        ),
        ("/api/v1/gaps?edit=add+ACTION+JPN+areas=ZZ", "écrivez l’un de: CON", "write one of: CON"),
        (
            "/api/v1/gaps?edit=add+DP+JPN+colour=red",
            "n’est pas une option d’hypothèse",
            "is no option of an edit",
        ),
        ("/api/v1/gaps?edit=drop+DP-JPN+JPN+KOR", "est un mot de trop", "one word too many"),
        ("/api/v1/gaps?edit=extend+DP-JPN+JPN", "est déjà partie à", "is a party of"),
    ] {
        for (accept, lang, words) in [("fr-FR,fr;q=0.9", "fr", fr), ("en", "en", en), ("de", "en", en)] {
            let answer = asked(path, accept).await;
            assert!(answer.status.is_client_error());
            assert_eq!(answer.header(header::CONTENT_LANGUAGE), lang, "{path}");
            assert!(answer.json()["detail"].as_str().unwrap().contains(words), "{path}: {}", answer.json());
        }
        let join = if path.contains('?') { '&' } else { '?' };
        let answer = asked(&format!("{path}{join}lang=fr"), "en").await;
        assert_eq!(answer.header(header::CONTENT_LANGUAGE), "fr", "{path}");
    }
}

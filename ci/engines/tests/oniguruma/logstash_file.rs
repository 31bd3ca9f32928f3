//! The language of the configuration of Logstash, as far as the rules use it.

/// A statement.
#[derive(Debug)]
pub enum Statement {
    /// A filter with its options.
    Filter(String, Vec<(String, Value)>),
    /// The branches of an `if`, each with its condition. The last one may have none.
    If(Vec<(Option<Vec<Test>>, Vec<Statement>)>),
}

/// A value of an option.
#[derive(Clone, Debug)]
pub enum Value {
    Text(String),
    Bare(String),
    List(Vec<Value>),
    Map(Vec<(String, Value)>),
}

/// A comparison. A condition has one, or several with `or` between them.
#[derive(Debug)]
pub enum Test {
    Exists(String, bool),
    Equals(String, String),
    In(String, Vec<String>),
    Matches(String, String),
}

/// Parses a file with one section `filter`.
pub fn parse(text: &str) -> Vec<Statement> {
    let mut parser = Parser { rest: text };
    parser.expect("filter");
    let statements = parser.block();
    assert_eq!(parser.peek(), None);
    statements
}

struct Parser<'t> {
    rest: &'t str,
}

impl<'t> Parser<'t> {
    fn skip(&mut self) {
        loop {
            self.rest = self.rest.trim_start();
            match self.rest.strip_prefix('#') {
                Some(comment) => self.rest = comment.split_once('\n').map_or("", |(_, rest)| rest),
                None => return,
            }
        }
    }

    fn peek(&mut self) -> Option<char> {
        self.skip();
        self.rest.chars().next()
    }

    fn accept(&mut self, token: &str) -> bool {
        self.skip();
        let rest = self.rest.strip_prefix(token);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn expect(&mut self, token: &str) {
        assert!(self.accept(token), "no {token} before {:.80}", self.rest);
    }

    fn word(&mut self) -> String {
        self.skip();
        let end = self.rest.find(|char: char| !char.is_ascii_alphanumeric() && char != '_').expect("an end");
        assert!(end > 0, "no word before {:.80}", self.rest);
        self.take(end).to_owned()
    }

    fn take(&mut self, end: usize) -> &'t str {
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        word
    }

    /// Parses a string. A backslash has no meaning in it, unless it is before a quote.
    fn string(&mut self) -> String {
        self.expect("\"");
        let end = self.rest.find('"').expect("the end of a string");
        let text = self.take(end).to_owned();
        assert!(!text.ends_with('\\'), "{text}");
        self.rest = &self.rest[1..];
        text
    }

    fn block(&mut self) -> Vec<Statement> {
        self.expect("{");
        let mut statements = Vec::new();
        while !self.accept("}") {
            statements.push(if self.accept("if ") { self.branches() } else { self.filter() });
        }
        statements
    }

    fn branches(&mut self) -> Statement {
        let mut branches = vec![(Some(self.condition()), self.block())];
        while self.accept("else") {
            let condition = if self.accept("if ") { Some(self.condition()) } else { None };
            let is_last = condition.is_none();
            branches.push((condition, self.block()));
            if is_last {
                break;
            }
        }
        Statement::If(branches)
    }

    fn condition(&mut self) -> Vec<Test> {
        let mut tests = vec![self.test()];
        while self.accept("or ") {
            tests.push(self.test());
        }
        tests
    }

    fn test(&mut self) -> Test {
        if self.accept("!") {
            return Test::Exists(self.field(), false);
        }
        let field = self.field();
        if self.accept("==") {
            return Test::Equals(field, self.string());
        }
        if self.accept("=~ /") {
            let end = self.rest.find('/').expect("the end of an expression");
            let expression = self.take(end).to_owned();
            self.rest = &self.rest[1..];
            return Test::Matches(field, expression);
        }
        if !self.accept("in ") {
            return Test::Exists(field, true);
        }
        let Value::List(list) = self.value() else { panic!("no list") };
        assert!(list.len() > 1, "a list of one is a string");
        let text = |value| if let Value::Text(text) = value { text } else { panic!("{value:?}") };
        Test::In(field, list.into_iter().map(text).collect())
    }

    fn field(&mut self) -> String {
        self.skip();
        let mut end = 0;
        while self.rest[end..].starts_with('[') {
            end += self.rest[end..].find(']').expect("the end of a field") + 1;
        }
        assert!(end > 0, "no field before {:.80}", self.rest);
        self.take(end).to_owned()
    }

    fn filter(&mut self) -> Statement {
        let name = self.word();
        let Value::Map(options) = self.map() else { unreachable!() };
        Statement::Filter(name, options)
    }

    fn map(&mut self) -> Value {
        self.expect("{");
        let mut entries = Vec::new();
        while !self.accept("}") {
            let key = if self.peek() == Some('"') { self.string() } else { self.word() };
            self.expect("=>");
            entries.push((key, self.value()));
        }
        Value::Map(entries)
    }

    fn value(&mut self) -> Value {
        match self.peek() {
            Some('"') => Value::Text(self.string()),
            Some('{') => self.map(),
            Some('[') => {
                self.expect("[");
                let mut list = Vec::new();
                while !self.accept("]") {
                    list.push(self.value());
                    self.accept(",");
                }
                Value::List(list)
            }
            _ => Value::Bare(self.word()),
        }
    }
}

use super::gap::{Gap, gap};
use super::mark::Mark;
use super::token::{Token, TokenId, TokenKind, TokenSpan};

/// The kind of mark that opens a quotation.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum QuoteMark {
    /// « … »
    Guillemet,
    /// ‹ … ›
    SingleGuillemet,
    /// “ … ”, also „ … “
    Curly,
    /// ‘ … ’
    SingleCurly,
    /// " … "
    Straight,
    /// `` … ''
    Doubled,
    /// A dash at the start of a line.
    Dash,
}

/// Words between quotation marks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Quotation {
    /// The opening mark.
    pub open: TokenId,
    /// The closing mark, if one stands in reach.
    pub close: Option<TokenId>,
    /// What stands between; up to the end of the paragraph where nothing closes.
    pub content: TokenSpan,
    /// How many quotations it lies in.
    pub depth: u8,
    /// The mark that opens it.
    pub mark: QuoteMark,
}

/// More open quotations than this inside each other are not language.
const DEEPEST: usize = 8;

/// The quotations of a text in the order of their opening marks.
///
/// An opening mark without a closing one reaches to the end of its paragraph. Where the next paragraph begins
/// with a mark, as newspapers set long quotations, each paragraph has its own; where it does not and a closing
/// mark comes with none open, that one closes the quotation left open before.
///
/// ```
/// use greffier::token::{paragraphs, quotations, tokenize};
/// let text = "« Nous partons “demain” », dit-il.";
/// let tokens = tokenize(text);
/// let found = quotations(&tokens, &paragraphs(text, &tokens));
/// assert_eq!(found.len(), 2);
/// assert_eq!(found[1].depth, 1);
/// ```
pub fn quotations(tokens: &[Token], paragraphs: &[TokenSpan]) -> Vec<Quotation> {
    let mut reader =
        Reader { tokens, found: Vec::new(), open: Vec::with_capacity(DEEPEST), left: None, straight: None };
    for paragraph in paragraphs {
        reader.read(*paragraph);
    }
    reader.found
}

struct Reader<'a> {
    tokens: &'a [Token],
    found: Vec<Quotation>,
    /// The quotations that are open, the innermost last.
    open: Vec<usize>,
    /// The outermost quotation that an earlier paragraph left open.
    left: Option<usize>,
    /// Whether the paragraph has an even number of straight marks, once it matters.
    straight: Option<bool>,
}

#[derive(Clone, Copy)]
enum Side {
    Open,
    Close,
    Either,
}

fn mark_of(mark: Mark) -> Option<(QuoteMark, Side)> {
    Some(match mark {
        Mark::OpenGuillemet => (QuoteMark::Guillemet, Side::Open),
        Mark::CloseGuillemet => (QuoteMark::Guillemet, Side::Close),
        Mark::OpenSingleGuillemet => (QuoteMark::SingleGuillemet, Side::Open),
        Mark::CloseSingleGuillemet => (QuoteMark::SingleGuillemet, Side::Close),
        Mark::LeftCurly | Mark::RightCurly => (QuoteMark::Curly, Side::Either),
        Mark::LowCurly => (QuoteMark::Curly, Side::Open),
        Mark::LeftSingle => (QuoteMark::SingleCurly, Side::Open),
        Mark::RightSingle => (QuoteMark::SingleCurly, Side::Close),
        Mark::Straight => (QuoteMark::Straight, Side::Either),
        Mark::Backticks => (QuoteMark::Doubled, Side::Open),
        Mark::Primes => (QuoteMark::Doubled, Side::Either),
        _ => return None,
    })
}

impl Reader<'_> {
    fn read(&mut self, within: TokenSpan) {
        self.straight = None;
        for index in within.indices() {
            let Some(token) = self.tokens.get(index).filter(|t| t.kind == TokenKind::Punctuation) else {
                continue;
            };
            if token.mark == Mark::Dash && self.open.is_empty() && token.before > Gap::Space {
                self.dash(index, within);
            } else if let Some((mark, side)) = mark_of(token.mark) {
                self.mark(index, mark, side, within);
            }
        }
        if let Some(outermost) = self.open.first() {
            self.left = Some(*outermost);
        }
        self.open.clear();
    }

    fn mark(&mut self, index: usize, mark: QuoteMark, side: Side, within: TokenSpan) {
        let closing = match side {
            Side::Open => false,
            // Old papers repeat the closing guillemet at the head of each paragraph of a quotation.
            Side::Close => !(index == within.start() && mark == QuoteMark::Guillemet && self.left.is_some()),
            Side::Either if self.is_inches(index, mark, within) => return,
            Side::Either => self.closes_by_sides(index, mark),
        };
        if closing {
            self.close(index, mark);
        } else if self.open.len() < DEEPEST && (mark != QuoteMark::SingleCurly || self.opens_single(index)) {
            if self.open.is_empty() {
                self.left = None;
            }
            let depth = self.open.len() as u8;
            self.open.push(self.found.len());
            self.found.push(Quotation {
                open: TokenId::from(index),
                close: None,
                content: TokenSpan::new(index + 1, within.end()),
                depth,
                mark,
            });
        }
    }

    fn gap(&self, index: usize) -> Gap {
        gap(self.tokens, index)
    }

    fn before(&self, index: usize) -> Option<&Token> {
        index.checked_sub(1).and_then(|i| self.tokens.get(i))
    }

    /// Inches: «5'10"», «un écran de 24"» where no quotation is open, or where the marks would not pair.
    fn is_inches(&mut self, index: usize, mark: QuoteMark, within: TokenSpan) -> bool {
        let touches_number =
            self.gap(index) == Gap::None && self.before(index).is_some_and(|t| t.kind == TokenKind::Number);
        if mark != QuoteMark::Straight || !touches_number {
            return false;
        }
        let feet = self.before(index - 1).is_some_and(|t| t.mark == Mark::Apostrophe);
        if feet && self.gap(index - 1) == Gap::None || !self.has_open(mark) {
            return true;
        }
        let tokens = self.tokens.get(within.indices()).unwrap_or_default();
        let even = || tokens.iter().filter(|t| t.mark == Mark::Straight).count() % 2 == 0;
        !*self.straight.get_or_insert_with(even)
    }

    fn has_open(&self, mark: QuoteMark) -> bool {
        self.open.iter().any(|i| self.found.get(*i).is_some_and(|q| q.mark == mark))
    }

    /// A mark that may open or close is decided by its sides: space before it, and none behind, opens.
    fn closes_by_sides(&self, index: usize, mark: QuoteMark) -> bool {
        let before = self.gap(index);
        let behind = self.gap(index + 1);
        let after_bracket = self.before(index).is_some_and(|t| {
            t.kind == TokenKind::Elided
                || matches!(
                    t.mark,
                    Mark::OpenBracket | Mark::OpenGuillemet | Mark::LeftCurly | Mark::Dash | Mark::Slash
                )
        });
        if before == Gap::None && !after_bracket {
            return true;
        }
        let no_word_behind = behind != Gap::None
            || self.tokens.get(index + 1).is_some_and(|t| {
                matches!(
                    t.mark,
                    Mark::Comma | Mark::Stop | Mark::Semicolon | Mark::Colon | Mark::CloseBracket
                )
            });
        no_word_behind && self.has_open(mark)
    }

    /// A single mark quotes only where it stands free on its left and touches a word on its right.
    fn opens_single(&self, index: usize) -> bool {
        self.gap(index) != Gap::None && self.gap(index + 1) == Gap::None
    }

    /// Closes the innermost quotation of this mark, and with it what was left open inside; a curly or straight
    /// mark also closes the other of the two.
    fn close(&mut self, index: usize, mark: QuoteMark) {
        let found = &mut self.found;
        let family = |i: &usize| found.get(*i).is_some_and(|q| family(q.mark) == family(mark));
        let same = self.open.iter().rposition(|i| found.get(*i).is_some_and(|q| q.mark == mark));
        if let Some(at) = same.or_else(|| self.open.iter().rposition(family)) {
            for (place, inner) in self.open.drain(at..).enumerate() {
                if let Some(quotation) = found.get_mut(inner) {
                    quotation.content = TokenSpan::new(quotation.open.index() + 1, index);
                    quotation.close = (place == 0).then(|| TokenId::from(index));
                }
            }
        } else if self.open.is_empty() {
            self.close_left(index, mark);
        }
    }

    /// A closing mark with nothing open closes what an earlier paragraph left open.
    fn close_left(&mut self, index: usize, mark: QuoteMark) {
        let Some(left) = self.left.take() else { return };
        match self.found.get_mut(left).filter(|q| q.mark == mark && mark == QuoteMark::Guillemet) {
            Some(quotation) => {
                quotation.close = Some(TokenId::from(index));
                quotation.content = TokenSpan::new(quotation.open.index() + 1, index);
            }
            None => self.left = Some(left),
        }
    }

    /// A dash at the head of a line opens what someone says, to the next such line or the end of the paragraph.
    fn dash(&mut self, index: usize, within: TokenSpan) {
        if index + 1 >= within.end() {
            return;
        }
        let rest = self.tokens.get(index + 1..within.end()).unwrap_or_default();
        let next = rest.iter().position(|t| t.before.is_line() && t.mark == Mark::Dash);
        let end = next.map_or(within.end(), |n| index + 1 + n);
        self.found.push(Quotation {
            open: TokenId::from(index),
            close: None,
            content: TokenSpan::new(index + 1, end),
            depth: 0,
            mark: QuoteMark::Dash,
        });
    }
}

fn family(mark: QuoteMark) -> u8 {
    match mark {
        QuoteMark::Guillemet => 0,
        QuoteMark::SingleGuillemet => 1,
        QuoteMark::SingleCurly => 2,
        QuoteMark::Dash => 3,
        QuoteMark::Curly | QuoteMark::Straight | QuoteMark::Doubled => 4,
    }
}

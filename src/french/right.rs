use super::phrases::chunks_between;
use super::{Chunk, Scene};

/// What stands to the right of a few words, up to where it can complete them: found once for all the arguments that
/// are looked for there.
#[derive(Debug, Default)]
pub(super) struct Right {
    places: Vec<Place>,
    chunks: Vec<Chunk>,
}

/// One place that was looked from.
#[derive(Clone, Copy, Debug)]
struct Place {
    from: usize,
    tail: usize,
    /// Where its phrases lie, if they were asked for.
    chunks: Option<(usize, usize)>,
}

/// How many places are remembered: those of a few triggers.
const REMEMBERED: usize = 12;

impl Right {
    /// Where what completes the words before `from` ends: [`Scene::tail`].
    pub(super) fn tail(&mut self, scene: &Scene<'_>, from: usize) -> usize {
        let number = self.place(scene, from);
        self.places.get(number).map_or(from, |place| place.tail)
    }

    /// The phrases from there to the tail, in order.
    pub(super) fn chunks(&mut self, scene: &Scene<'_>, from: usize) -> &[Chunk] {
        let number = self.place(scene, from);
        let Some(place) = self.places.get_mut(number) else { return &[] };
        let (start, end) = *place.chunks.get_or_insert_with(|| {
            let start = self.chunks.len();
            chunks_between(scene, from, place.tail, &mut self.chunks);
            (start, self.chunks.len())
        });
        self.chunks.get(start..end).unwrap_or_default()
    }

    fn place(&mut self, scene: &Scene<'_>, from: usize) -> usize {
        if let Some(known) = self.places.iter().rposition(|place| place.from == from) {
            return known;
        }
        if self.places.len() >= REMEMBERED {
            self.places.clear();
            self.chunks.clear();
        }
        self.places.push(Place { from, tail: scene.tail(from), chunks: None });
        self.places.len() - 1
    }
}

//! The macro with which a noun declares the words of a key that allows only some.

/// Declares an enum of words: each with the word of the key and what it means, which is what is printed of it.
#[macro_export]
macro_rules! choice {
    (
        $(#[$meta:meta])*
        pub enum $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal, $meaning:literal;)* }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $($(#[$doc])* $variant,)* }

        impl $name {
            /// Every word with what it means.
            pub const WORDS: &'static [(&'static str, &'static str)] = &[$(($word, $meaning),)*];

            /// Every choice, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The word of the key.
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }

            /// What it means.
            pub fn meaning(self) -> &'static str {
                match self { $(Self::$variant => $meaning,)* }
            }
        }

        impl $crate::schema::Read for $name {
            fn kind() -> $crate::schema::Kind {
                $crate::schema::Kind::Choice(Self::WORDS)
            }

            fn read(
                node: &$crate::yaml::Node,
                key: &$crate::schema::Key,
                reader: &mut $crate::schema::Reader,
            ) -> Option<Self> {
                let index = reader.choice(node, key, Self::WORDS)?;
                Self::ALL.get(index).copied()
            }
        }

        impl $crate::schema::Mean for $name {
            fn mean(&self) -> $crate::schema::Meaning {
                $crate::schema::Meaning::Choice(self.word(), self.meaning())
            }
        }

        impl $crate::schema::Walk for $name {
            fn walk<'a>(&'a self, _: &mut dyn $crate::schema::Visitor<'a>) {}
        }
    };
}

choice! {
    /// Yes or no.
    pub enum YesNo {
        /// Yes.
        Yes = "co", "có";
        /// No.
        No = "khong", "không";
    }
}

impl YesNo {
    /// Whether a key says yes; one that is not there does not.
    pub fn is_yes(choice: Option<&Self>) -> bool {
        choice == Some(&Self::Yes)
    }
}

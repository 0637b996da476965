//! The macro with which a noun declares its keys and its struct at once.

/// Declares a noun: its keys, the shape that lists them, the struct that holds them, and how it is read and walked.
///
/// One line a key: whether it must be there, the name of the key's description, the member and its type, then the key,
/// its term, what it means and an example. `group` is read from a mapping alone; `mixed` has a reader of its own besides.
#[macro_export]
macro_rules! record {
    (
        $(#[$meta:meta])*
        pub group $name:ident, $shape:ident = $schema:literal, $title:literal;
        $($rest:tt)*
    ) => {
        $crate::record! {
            $(#[$meta])*
            pub mixed $name, $shape = $schema, $title;
            $($rest)*
        }

        impl $crate::schema::Read for $name {
            fn kind() -> $crate::schema::Kind {
                $crate::schema::Kind::Group(&$shape)
            }

            fn read(
                node: &$crate::yaml::Node,
                key: &$crate::schema::Key,
                reader: &mut $crate::schema::Reader,
            ) -> Option<Self> {
                reader.record(node, key)
            }
        }
    };
    (
        $(#[$meta:meta])*
        pub mixed $name:ident, $shape:ident = $schema:literal, $title:literal;
        $(
            $(#[$doc:meta])*
            $need:ident $key:ident $member:ident: $type:ty = $word:literal, $term:literal, $about:literal, $example:literal;
        )*
    ) => {
        $(
            #[doc = concat!("`", $word, "`.")]
            pub static $key: $crate::schema::Field<<$type as $crate::schema::Slot>::Read> =
                $crate::schema::Field::$need($word, $term, $about, $example);
        )*

        #[doc = concat!("Keys: ", $title, ".")]
        pub static $shape: $crate::schema::Shape = $crate::schema::Shape {
            name: $schema,
            title: $title,
            keys: &[$(&$key.key,)* &$crate::schema::NOTE.key],
        };

        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq)]
        pub struct $name {
            $($(#[$doc])* pub $member: $type,)*
            /// Where it stands.
            pub place: $crate::value::Place,
        }

        impl $crate::schema::Record for $name {
            const SHAPE: &'static $crate::schema::Shape = &$shape;

            fn from_fields(
                fields: &$crate::schema::Fields<'_>,
                reader: &mut $crate::schema::Reader,
            ) -> Self {
                let mut refused = Vec::new();
                let record = Self {
                    $($member: $crate::schema::Slot::from_read(fields.take(&$key, reader, &mut refused)),)*
                    place: fields.place(&refused),
                };
                // A note must be words too, though nothing is made of it.
                let _ = fields.get(&$crate::schema::NOTE, reader);
                record
            }
        }

        impl $crate::schema::Mean for $name {
            fn mean(&self) -> $crate::schema::Meaning {
                let members = vec![$((&$key.key, $crate::schema::Mean::mean(&self.$member)),)*];
                $crate::schema::Meaning::record(&$shape, &self.place, members)
            }

            fn stated(&self) -> $crate::schema::Stated {
                let span = Some(self.place.first_line());
                $crate::schema::Stated { meaning: $crate::schema::Mean::mean(self), span }
            }
        }

        impl $crate::schema::Walk for $name {
            fn walk<'a>(&'a self, visitor: &mut dyn $crate::schema::Visitor<'a>) {
                $($crate::schema::Walk::walk(&self.$member, visitor);)*
            }
        }
    };
}

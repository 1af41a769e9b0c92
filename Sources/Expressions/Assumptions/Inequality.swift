/// A linear form that is known to be non-negative, or positive where `isStrict`.
struct Inequality {
  let form: LinearForm
  let isStrict: Bool
}

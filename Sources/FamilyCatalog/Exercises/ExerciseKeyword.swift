/// The words that begin a statement of an exercise's file.
enum ExerciseKeyword: String, CaseIterable {
  case exercise, title, question, model, coordinates
}

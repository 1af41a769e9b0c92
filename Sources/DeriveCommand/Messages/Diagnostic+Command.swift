import Diagnostics

// What can go wrong on the command line before and after an analysis, in alphabetical order.
extension Diagnostic {
  /// The id begins with `defect.`: the program contradicts itself.
  static func contradiction(_ contradictions: [String], replay: String) -> Diagnostic {
    Diagnostic(
      id: "defect.contradiction", message: "symbolic and numeric results disagree; this is a defect of the program",
      notes: contradictions, help: "replay with `\(replay)`")
  }

  static func familyTagUnknown(_ tag: String, nearest: [String]) -> Diagnostic {
    let suggestion = nearest.map { "`\($0)`" }.joined(separator: " or ")
    return Diagnostic(
      id: "family.unknown-tag", message: "no family has the tag `\(tag)`",
      help: nearest.isEmpty ? "`derive families --tags` lists the tags" : "did you mean \(suggestion)?")
  }

  static func inputNotText() -> Diagnostic {
    Diagnostic(id: "input.encoding", message: "the input is not valid UTF-8 text")
  }

  static func inputTooLong(_ limit: Int) -> Diagnostic {
    Diagnostic(id: "limit.text", message: "the input is longer than \(limit) bytes, or cannot be read")
  }

  static func noConverter(_ program: String) -> Diagnostic {
    Diagnostic(
      id: "output.no-converter", message: "drawings are turned into PDF by `\(program)`, which did not do so",
      help: "install it (Debian: librsvg2-bin), or write a file that ends in .svg")
  }

  static func noExercises(_ places: [String]) -> Diagnostic {
    Diagnostic(
      id: "textbook.empty",
      message: places.isEmpty ? "no folder of exercises came with the program" : "no exercise was found",
      help: "name a folder with .exercise files")
  }

  static func plotMissing(_ kind: String) -> Diagnostic {
    Diagnostic(
      id: "plot.missing", message: "this model has no plot of the kind `\(kind)`",
      notes: [
        "information needs a score with mean zero; score one observed variable; divergence a regular model; ellipses two "
          + "parameters"
      ])
  }

  static func plotParameterUnknown(_ name: String, known: [String]) -> Diagnostic {
    Diagnostic(
      id: "plot.parameter", message: "`\(name)` is no parameter of the model",
      help: "the model has " + known.map { "`\($0)`" }.joined(separator: ", "))
  }

  static func plotRange(_ text: String) -> Diagnostic {
    Diagnostic(
      id: "plot.range", message: "`\(text)` is not a range of numbers", help: "write `--range 0.1..10`")
  }

  static func pointNotNumeric(_ name: String, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "usage.point-value", message: "the value of `\(name)` is not a rational number",
      primary: Label(span), help: "write an integer, a fraction such as `5/2`, or a decimal such as `0.25`")
  }

  static func pointNotUnderstood(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "usage.point", message: "expected `name=value`", primary: Label(span), help: "write `--at theta=1/2`")
  }

  static func referenceEntryIncomplete(_ name: String) -> Diagnostic {
    Diagnostic(
      id: "reference.entry", message: "the reference `\(name)` lacks a key, or has one of another kind",
      notes: ["an entry needs id, params, constraints, observation, support, log_density, regular and points"])
  }

  static func referenceNotAList(_ path: String) -> Diagnostic {
    Diagnostic(id: "reference.list", message: "`\(path)` is not a list of reference results")
  }

  static func referenceNotJSON(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(id: "reference.json", message: "this is not JSON", primary: Label(span))
  }

  static func referenceUnknown(_ name: String, in path: String) -> Diagnostic {
    Diagnostic(id: "reference.unknown", message: "`\(path)` has no entry `\(name)`")
  }

  static func referenceUnreadable(_ path: String) -> Diagnostic {
    Diagnostic(id: "reference.unreadable", message: "`\(path)` cannot be read, is too long, or is not UTF-8 text")
  }

  static func replayInCases(_ conditions: [String]) -> Diagnostic {
    let choices = conditions.map { "`--assume \"\($0)\"`" }.joined(separator: " or ")
    return Diagnostic(
      id: "check.cases", message: "a script checks one point, and the model has \(conditions.count) cases",
      help: "say which with \(choices), or give the point with `--at`")
  }

  static func timeLimit(_ seconds: Double, for name: String?) -> Diagnostic {
    let number = seconds == seconds.rounded() && seconds < 1e15 ? "\(Int(seconds))" : "\(seconds)"
    return Diagnostic(
      id: "limit.time",
      message: "the time limit of \(number) \(seconds == 1 ? "second" : "seconds") was reached"
        + (name.map { " by `\($0)`" } ?? ""),
      help: "allow more with `--time-limit SECONDS`")
  }

  static func unwritable(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(id: "output.unwritable", message: "cannot write `\(path)`: \(reason)")
  }
}

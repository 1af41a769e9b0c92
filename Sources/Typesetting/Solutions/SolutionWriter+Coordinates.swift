internal import Calculus
internal import Expressions

extension SolutionWriter {
  /// What a change of coordinates showed.
  func coordinates() -> Article.Section? {
    guard let change = report.consequences?.coordinates else { return nil }
    let old = MathBox.list(change.map.map { builder.inline.box($0.old) })
    let jacobian = symbols.jacobian
    let (here, there) = (parameterList.parenthesised, old.parenthesised)
    let information = (
      here: MathBox.row([symbols.informationName, here]), there: MathBox.row([symbols.informationName, there])
    )
    let law = MathBox.row([
      jacobian, .sign(.transpose), .sign(.invisibleTimes), information.there, .sign(.invisibleTimes), jacobian,
    ])
    let gradient = natural(information.here, here)
    let oldGradient = natural(information.there, there)
    let map = Prose(
      enumerating: change.map.map { .row([builder.inline.box($0.old), .sign(.equal), builder.inline.box($0.value)]) })
    var blocks: [Article.Block] = [
      .sentence(
        Prose("Let {j} be the matrix of the derivatives of ", filling: [("j", jacobian)]) + map
          + Prose(" by ") + named(Array(0..<count))
          + Prose(". The information in the old coordinates becomes, in the new ones:"))
    ]
    blocks += change.information.flatMap { $0 }.map { block($0.derivation, named: law) }
    blocks.append(
      .sentence(
        Prose("This is what was derived above from the density in the new coordinates. The natural gradient there is:"))
    )
    blocks += change.gradient.map { block($0.derivation, named: gradient) }
    blocks.append(.sentence(Prose("As a vector in the old coordinates it is:")))
    blocks += change.transported.map {
      block($0.derivation, named: .row([jacobian, .sign(.invisibleTimes), gradient]))
    }
    blocks.append(.sentence(Prose("The natural gradient that is formed in the old coordinates is, at the same point:")))
    blocks += change.oldGradient.map { block($0.derivation, named: oldGradient) }
    blocks.append(
      .sentence(
        Prose(
          change.isInvariant
            ? "Both are the same vector: the natural gradient does not depend on the coordinates"
            : "That both are the same vector was not proved here")))
    return parts.section("Natural gradient", blocks)
  }

  /// The inverse information times the score, both at a point.
  private func natural(_ information: MathBox, _ point: MathBox) -> MathBox {
    let inverse = MathBox.superscript(information, .row([.sign(.negative), .number("1")]))
    return .row([inverse, .sign(.invisibleTimes), .row([symbols.score, point])])
  }
}

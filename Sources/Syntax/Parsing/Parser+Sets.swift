internal import Diagnostics

extension Parser {
  /// `{0, 1, 2}`, `{0..n}`, `{0, 1, 2, ...}`, `{..., -1, 0, 1, ...}`, `{1, 2, ..., n}`.
  mutating func listedSet() throws(Diagnostic) -> NodeID {
    let opener = advance()
    if next.kind == .rightBrace { throw .emptySet(opener.span.union(next.span)) }
    let dotsFirst = skip(.ellipsis)
    if dotsFirst { try expect(.comma, "`,`") }
    var members = [try expression()]
    if !dotsFirst, skip(.range) {
      members.append(try expression())
      try expect(.rightBrace, "`}`")
      return tree.add(.range, opener.span.union(previous.span), members)
    }
    var dotsLast = false
    var isBounded = false
    while skip(.comma) {
      if skip(.ellipsis) {
        dotsLast = true
        if skip(.comma) {
          isBounded = true
          members.append(try expression())
        }
        break
      }
      members.append(try expression())
    }
    try expect(.rightBrace, dotsLast ? "`}`" : "`,` or `}`")
    let span = opener.span.union(previous.span)
    guard dotsFirst || dotsLast else { return tree.add(.finite, span, members) }
    if dotsFirst, isBounded { throw .unclearProgression(span) }
    return tree.add(.progression(dotsFirst: dotsFirst, dotsLast: dotsLast, isBounded: isBounded), span, members)
  }
}

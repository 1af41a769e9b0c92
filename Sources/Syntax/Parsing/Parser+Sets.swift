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

  /// Whether `= 0, 1, 2, …` or `= 0, 1` comes next: a list of values without braces.
  var isOpenList: Bool {
    var ahead = 1
    var count = 0
    while true {
      if token(ahead: ahead).kind == .minus { ahead += 1 }
      let kind = token(ahead: ahead).kind
      guard kind == .number || kind == .ellipsis || (kind == .name && count > 1) else { return false }
      count += 1
      ahead += 1
      switch token(ahead: ahead).kind {
      case .comma where beginsValue(ahead + 1): ahead += 1
      case .comma: return count > 1
      case let kind where Self.endsList(kind): return count > 1
      default: return false
      }
    }
  }

  /// Whether a token ends a list of values, besides a comma before another clause.
  private static func endsList(_ kind: Token.Kind) -> Bool {
    kind == .end || kind == .lineBreak || kind == .endCases
  }

  /// Whether a value of a list stands at a place, rather than a further clause.
  private func beginsValue(_ ahead: Int) -> Bool {
    let sign = token(ahead: ahead).kind == .minus ? 1 : 0
    let follower = token(ahead: ahead + sign + 1).kind
    switch token(ahead: ahead + sign).kind {
    case .number, .ellipsis: return follower == .comma || Self.endsList(follower)
    case .name: return token(ahead: ahead - 2).kind == .ellipsis && (follower == .comma || Self.endsList(follower))
    default: return false
    }
  }

  /// `x = 0, 1, 2, …` as a membership.
  mutating func openList(_ member: NodeID) throws(Diagnostic) -> NodeID {
    let sign = advance()
    var members: [NodeID] = []
    var dots = false
    var isBounded = false
    repeat {
      if skip(.ellipsis) {
        dots = true
      } else {
        isBounded = dots
        members.append(try expression())
      }
    } while next.kind == .comma && beginsValue(1) && skip(.comma)
    let span = sign.span.union(previous.span)
    let set =
      dots
      ? tree.add(.progression(dotsFirst: false, dotsLast: true, isBounded: isBounded), span, members)
      : tree.add(.finite, span, members)
    return tree.add(.membership, tree.span(member), [member, set])
  }
}

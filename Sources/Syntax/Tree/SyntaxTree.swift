internal import Diagnostics
internal import Expressions

/// A position in a `SyntaxTree`.
struct NodeID: Hashable {
  let index: Int32
}

/// What a node of the syntax tree is; its parts are its children, in the order of the text.
enum SyntaxKind: Hashable {
  case number
  /// An exponent typed as a superscript; its text is in the name table.
  case superscript(text: Int32)
  case symbol(name: Int32)
  case call(name: Int32)
  case sum
  /// A factor behind a division sign is wrapped in `divisor`.
  case product
  case divisor
  case negation
  case power
  case factorial
  case binomial
  case absoluteValue
  case squareRoot
  /// The radicand and the degree.
  case root
  /// `[x = 1]`.
  case bracket
  /// Value and condition in turn, and the value otherwise.
  case cases
  /// The index, its lower and upper bound, and the body.
  case indexedSum
  case indexedProduct
  /// Operands with a `relation` between each two.
  case comparison
  case relation(Relation)
  /// What is a member, and the set.
  case membership
  case reals
  case integers
  /// The positive or negative numbers of a set.
  case half(of: NumberKind, isNegative: Bool, holdsZero: Bool)
  case interval(lowerClosed: Bool, upperClosed: Bool)
  case finite
  case range
  /// Listed members with dots before or after; `isBounded`: a last member follows the dots.
  case progression(dotsFirst: Bool, dotsLast: Bool, isBounded: Bool)
  /// A symbol with subscripts: `mu[1]`.
  case indexed(name: Int32)
}

/// The numbers that a named set is made of.
enum NumberKind: Hashable {
  case reals, integers
}

/// The parsed text: nodes in one flat array, so that neither building nor dropping a tree recurses.
struct SyntaxTree {
  private struct Node {
    var kind: SyntaxKind
    var span: SourceSpan
    var first: Int32 = -1
    var last: Int32 = -1
    var next: Int32 = -1
  }

  private var nodes: [Node] = []

  var count: Int { nodes.count }

  mutating func add(_ kind: SyntaxKind, _ span: SourceSpan, _ children: [NodeID] = []) -> NodeID {
    let made = NodeID(index: Int32(truncatingIfNeeded: nodes.count))
    nodes.append(Node(kind: kind, span: span))
    for child in children { append(child, to: made) }
    return made
  }

  /// Makes a node the last child of another, whose span grows to cover it.
  mutating func append(_ child: NodeID, to parent: NodeID) {
    let last = nodes[Int(parent.index)].last
    if last < 0 {
      nodes[Int(parent.index)].first = child.index
    } else {
      nodes[Int(last)].next = child.index
    }
    nodes[Int(parent.index)].last = child.index
    nodes[Int(child.index)].next = -1
    nodes[Int(parent.index)].span = nodes[Int(parent.index)].span.union(nodes[Int(child.index)].span)
  }

  mutating func widen(_ node: NodeID, to span: SourceSpan) {
    nodes[Int(node.index)].span = nodes[Int(node.index)].span.union(span)
  }

  func kind(_ node: NodeID) -> SyntaxKind { nodes[Int(node.index)].kind }

  func contains(_ kind: SyntaxKind) -> Bool { nodes.contains { $0.kind == kind } }

  func span(_ node: NodeID) -> SourceSpan { nodes[Int(node.index)].span }

  func children(_ node: NodeID) -> [NodeID] {
    var found: [NodeID] = []
    var next = nodes[Int(node.index)].first
    while next >= 0 {
      found.append(NodeID(index: next))
      next = nodes[Int(next)].next
    }
    return found
  }

  /// How deep a node reaches down, where names stand for what is as deep as is said.
  func depth(_ node: NodeID, ofName named: (Int32) -> Int) -> Int {
    var deepest = 0
    var stack = [(node, 1)]
    while let (next, level) = stack.popLast() {
      var depth = level
      if case .symbol(let name) = kind(next) { depth += named(name) }
      deepest = max(deepest, depth)
      stack.append(contentsOf: children(next).map { ($0, level + 1) })
    }
    return deepest
  }

  /// A node and everything below it, in the order of the text.
  func descendants(_ node: NodeID) -> [NodeID] {
    var found: [NodeID] = []
    var stack = [node]
    while let next = stack.popLast() {
      found.append(next)
      stack.append(contentsOf: children(next).reversed())
    }
    return found
  }
}

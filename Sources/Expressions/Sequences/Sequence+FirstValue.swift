extension Sequence {
  /// The first value that a transformation gives, nil where it gives none.
  ///
  /// Each element is transformed once at most: `first` of a lazy collection asks for the place and then for the value there,
  /// which doubles the work, and doubles it again at every level of a recursion.
  public func firstValue<Value>(_ transform: (Element) throws -> Value?) rethrows -> Value? {
    for element in self {
      if let value = try transform(element) { return value }
    }
    return nil
  }
}

internal import Calculus
internal import Expressions

/// Densities of one variable that a change of variable brings to a kernel of a table: as a whole, or all of it but a product
/// of sums.
public struct KernelRouteKind: ExpectationRouteKind {
  private let table: [Kernel]
  private let leavesSums: Bool

  /// Creates the kind over a table of kernels, for densities as a whole or for the others.
  public init(_ table: [Kernel] = Kernel.standard, leavingSums leavesSums: Bool = false) {
    self.table = table
    self.leavesSums = leavesSums
  }

  /// The route with the first change of variable and kernel that fit.
  public func prepared(for setting: DensitySetting) -> (any ExpectationRoute)? {
    guard setting.observed.count == 1, let observed = setting.observed.first else { return nil }
    let search = SubstitutionSearch(setting, observed)
    let library = KernelLibrary(table, setting.simplifier)
    var position = 0
    while let density = search[position] {
      position += 1
      if let form = leavesSums ? tilted(density, setting, library) : whole(density, setting, library) {
        return KernelRoute(setting, form)
      }
    }
    return nil
  }

  private func whole(
    _ density: TransformedDensity, _ setting: DensitySetting, _ library: KernelLibrary
  ) -> KernelForm? {
    library.firstMatch(density).map { KernelForm(density, tilt: setting.store.one, $0, setting, library) }
  }

  /// The form with the sums in the density taken out, where what is left is a kernel's integrand or nothing.
  private func tilted(
    _ density: TransformedDensity, _ setting: DensitySetting, _ library: KernelLibrary
  ) -> KernelForm? {
    guard let (rest, tilt) = density.withoutSums else { return nil }
    let match = library.firstMatch(rest)
    let isBare = !setting.store.contains(rest.weight, rest.variable)
    guard match != nil || isBare else { return nil }
    let form = KernelForm(rest, tilt: tilt, match, setting, library)
    return form.total == nil ? nil : form
  }
}

/// The routes by kernels alone, for densities that other routes make of one.
let kernelRoutes: [any ExpectationRouteKind] = [KernelRouteKind(), KernelRouteKind(leavingSums: true)]

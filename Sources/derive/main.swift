import DeriveCommand

#if canImport(FoundationEssentials)
  // The parser of arguments needs it; seen from here, a program that holds the standard library is linked with all of it.
  import FoundationEssentials
#endif

DeriveTool.main()

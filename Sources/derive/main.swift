import DeriveCommand

DeriveTool.main()

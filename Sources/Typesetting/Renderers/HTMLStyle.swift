/// The style sheet of a page: light and dark, wide and narrow, screen and paper.
enum HTMLStyle {
  /// The rules. Every pair of text and background colours has a contrast of at least 7 to 1 (WCAG 2.2, level AAA).
  static let sheet = """
    :root { color-scheme: light dark; --text: #1b1f24; --page: #ffffff; --faint: #4a525c; --rule: #d5dae0;
      --panel: #f4f6f8; --link: #0a4a9e; --good: #0b5323; --caution: #6b3f00; --bad: #8f1111; }
    @media (prefers-color-scheme: dark) { :root { --text: #e8eaed; --page: #14171a; --faint: #b4bcc6; --rule: #3a4149;
      --panel: #1d2125; --link: #9cc7ff; --good: #8ddc9f; --caution: #f0c674; --bad: #ffa8a0; } }
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; }
    body { margin: 0; background: var(--page); color: var(--text); font: 1.05rem/1.6 Georgia, "Times New Roman", serif; }
    main { max-width: 50rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; }
    h1 { font-size: 1.75rem; line-height: 1.25; margin: .5rem 0 1rem; text-wrap: balance; }
    h2 { font-size: 1.25rem; margin: 2.25rem 0 .6rem; padding-bottom: .25rem; border-bottom: 1px solid var(--rule); }
    h3 { font-size: 1.1rem; margin: 1.6rem 0 .4rem; }
    h1, h2, h3, nav, summary, dt, th, caption, figcaption, .verdict, .remark, .reason {
      font-family: system-ui, -apple-system, "Segoe UI", "Liberation Sans", "DejaVu Sans", sans-serif; }
    a { color: var(--link); }
    nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; list-style: none; margin: 0; padding: 0; font-size: .9rem; }
    .verdict { border-left: .3rem solid currentColor; background: var(--panel); padding: .6rem .9rem; margin: 0 0 1rem; }
    .good { color: var(--good); } .caution { color: var(--caution); } .bad { color: var(--bad); }
    math { font-family: "Latin Modern Math", "STIX Two Math", "Cambria Math", "Libertinus Math", math; }
    .formula { overflow-x: auto; overflow-y: hidden; margin: .5rem 0; padding: .15rem .2rem .15rem 1rem; }
    .formula math[display="block"] { text-align: left; margin: 0; width: max-content; }
    .tied { white-space: nowrap; }
    .aligned > mtr > mtd { text-align: left; padding: .35em 0; }
    .aligned > mtr > mtd:first-child { text-align: right; }
    mtd mtable mtd { padding: .45em .6em; text-align: center; }
    .remarked { display: flex; flex-wrap: wrap; align-items: center; gap: 0 1.25rem; }
    .remarked .formula { margin: .2rem 0; max-width: 100%; }
    .remark, .reason { font-size: .9rem; }
    .remark.neutral, .reason { color: var(--faint); }
    dl { margin: .6rem 0; }
    dl > div { display: flex; flex-wrap: wrap; gap: 0 1rem; padding: .15rem 0; }
    dt { flex: 0 0 8.5rem; font-weight: 600; font-size: .95rem; }
    dd { flex: 1 1 16rem; margin: 0; }
    details { border: 1px solid var(--rule); border-radius: .4rem; padding: .1rem .9rem; margin: .6rem 0; }
    summary { cursor: pointer; padding: .4rem 0; font-weight: 600; }
    .steps { list-style: none; margin: 0; padding: 0; }
    .steps li { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0 1.5rem;
      margin: 0 0 .45rem; }
    .steps li.next { padding-left: 1.5rem; }
    .steps .formula { margin: .2rem 0; max-width: 100%; }
    .reason { margin: 0 0 0 auto; padding-left: 2.2rem; text-align: right; }
    .rules code { font-size: .8rem; color: var(--faint); background: var(--panel); padding: .05rem .3rem; border-radius: .2rem; }
    .wide { overflow-x: auto; margin: .8rem 0; }
    a:focus-visible, summary:focus-visible, [tabindex]:focus-visible { outline: .18rem solid var(--link); outline-offset: 2px; }
    table { border-collapse: collapse; font-size: .95rem; font-variant-numeric: tabular-nums; }
    caption { text-align: left; color: var(--faint); font-size: .9rem; padding-bottom: .3rem; }
    th, td { text-align: left; padding: .3rem .9rem .3rem 0; border-bottom: 1px solid var(--rule); white-space: nowrap; }
    thead th { border-bottom: 2px solid var(--rule); font-weight: 600; }
    tbody th { font-weight: 400; }
    .right { text-align: right; }
    figure { margin: 1.2rem 0; }
    figure svg { display: block; width: 100%; max-width: 40rem; height: auto; }
    figcaption { font-size: .9rem; color: var(--faint); margin-top: .3rem; }
    @media (max-width: 34rem) { body { font-size: 1rem; } main { padding: 1rem .9rem 3rem; } h1 { font-size: 1.4rem; }
      .steps li.next { padding-left: .5rem; } .reason { padding-left: .5rem; } details { padding: .1rem .6rem; } }
    @media print { :root { --text: #000; --page: #fff; --faint: #333; --rule: #999; --panel: #fff; --link: #000;
        --good: #000; --caution: #000; --bad: #000; }
      body { font-size: 10.5pt; } main { max-width: none; padding: 0; } nav { display: none; }
      details { border: 0; padding: 0; } details::details-content { content-visibility: visible; display: block; }
      summary { list-style: none; } .plain { display: none; } h2, h3, h4, summary, caption, p:has(+ .formula, + details, + ol) { break-after: avoid; }
      p, .formula, .steps li, tr, figure { break-inside: avoid; overflow: visible; } .wide { overflow: visible; } }
    """
}

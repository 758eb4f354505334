/** How the status page looks, by day and by night, on a phone and in Home Assistant's frame. */
export const style = `
:root{color-scheme:light dark;--text:#1c2b33;--soft:#5b6b74;--line:#dfe5e8;--page:#f5f7f8;--card:#fff;--good:#1b6e3c;--busy:#8a5a00;--bad:#b3261e}
@media(prefers-color-scheme:dark){:root{--text:#e3e9ec;--soft:#a3b3bb;--line:#2b3940;--page:#111a1f;--card:#19242a;--good:#7fd79f;--busy:#f0c060;--bad:#ff8a80}}
*{box-sizing:border-box}
body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:46rem;padding:1.5rem 1rem;color:var(--text);background:var(--page)}
header{display:flex;flex-wrap:wrap;align-items:baseline;gap:.25rem .75rem;margin:0 0 1rem}
h1{font-size:1.5rem;margin:0}h2{font-size:1rem;margin:1.5rem 0 .5rem;color:var(--soft);font-weight:600}
header p{margin:0 0 0 auto;font-weight:600}
section{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:.25rem 1rem}
ul{list-style:none;margin:0;padding:0}
li{display:grid;grid-template-columns:1fr auto;gap:0 1rem;padding:.6rem 0;border-bottom:1px solid var(--line)}li:last-child{border-bottom:0}
li>small,li>progress{grid-column:1/-1}
small,time{color:var(--soft)}time{font-size:.85rem}code{font:.85em ui-monospace,monospace}
.ready{color:var(--good)}.loading{color:var(--busy)}.failed{color:var(--bad)}
.ready::before,.loading::before,.failed::before{content:"";display:inline-block;width:.55em;height:.55em;border-radius:50%;background:currentColor;margin-right:.45em}
progress{width:100%;accent-color:var(--busy)}
section>p{margin:.6rem 0}
`;

# The table of tests/bench/run: first the promises, then what is only printed so that a slow one is seen.
# Files: "rate<tab>bytes" of the engine, "key<tab>median<tab>p95" of plain SQLite, and the lines of figures.h.
BEGIN {
    FS = "\t"
    width = "%-52s %-10s %9s %9s %9s %9s %9s  %s\n"
    rateLimit = 200000
}
FILENAME == ARGV[1] { rate = $1; bytes = $2; next }
FILENAME == ARGV[2] { plain[$1] = shown($2) " / " shown($3); next }
{
    if (!($1 in what)) { what[$1] = $2; order[++keys] = $1 }
    limit[$1] = $7
    line[$1, ++lines[$1]] = $3 FS $4 FS $5 FS $6
}
function shown(ms) { return ms >= 10000 ? sprintf("%.1f s", ms / 1000) : sprintf("%.2f", ms) }
function put(key, n,    parts, ratio, promised) {
    split(line[key, n], parts, FS)
    promised = (limit[key] > 0)
    ratio = promised ? parts[3] / limit[key] : 0
    if (ratio > 1) over++
    if (promised && parts[4] > limit[key]) overWork++
    printf(width, n == 1 ? what[key] : "", parts[1], shown(parts[2]), shown(parts[3]), shown(parts[4]),
        promised ? shown(limit[key]) : "-", promised ? sprintf("%.2f%s", ratio, ratio > 1 ? " OVER" : "") : "-",
        (n == 1 && key in plain) ? plain[key] : "")
}
END {
    printf "\n" width, "promise", "store", "median", "p95", "processor", "limit", "p95/limit", "plain SQLite, median / p95"
    for (i = 1; i <= keys; i++) if (limit[order[i]] > 0) for (n = 1; n <= lines[order[i]]; n++) put(order[i], n)
    if (rate < rateLimit) over++
    printf("%-52s %d a second; promised %d; ratio %.2f%s; %d bytes allocated for each\n",
        "Full evaluations of 12 events on one core", rate, rateLimit, rateLimit / rate,
        (rate < rateLimit) ? " OVER" : "", bytes)
    printf "\n" width, "not promised", "store", "median", "p95", "processor", "", "", "plain SQLite, median / p95"
    for (i = 1; i <= keys; i++) if (limit[order[i]] == 0) for (n = 1; n <= lines[order[i]]; n++) put(order[i], n)
    if (over)
        printf("\nOver the limit: %d by the clock, %d by processor time.\n", over, overWork)
    else
        print "\nEvery promise is kept."
    exit (over > 0) ? 1 : 0
}

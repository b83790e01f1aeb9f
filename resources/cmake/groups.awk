# Which files can be compiled as one text: of one folder, no two with the same private name, at most `most` of them.
# Reads sources, writes a line for each group: its number and its files.
function place(    g, n, free) {
    if (file == "")
        return
    for (g = 1; g <= groups; g++) {
        if (folderOf[g] != folder || size[g] >= most)
            continue
        free = 1
        for (n in names)
            if ((g, n) in taken) { free = 0; break }
        if (free)
            break
    }
    if (g > groups) { groups = g; folderOf[g] = folder; size[g] = 0 }
    for (n in names)
        taken[g, n] = 1
    files[g] = files[g] " " file
    size[g]++
}
FNR == 1 { place(); file = FILENAME; folder = file; sub(/\/[^\/]*$/, "", folder); split("", names); private = 0 }
/^namespace \{/ { private = 1; next }
/^}  \/\/ namespace$/ { private = 0; next }
/^using namespace / { next }
(private || /^(static|constexpr|using) /) && /^[A-Za-z]/ {
    name = ""
    if (match($0, /^(class|struct|enum class|using) [A-Za-z_0-9:]+/)) {
        name = substr($0, RSTART, RLENGTH)
        sub(/.*[ :]/, "", name)
    } else if (match($0, /[A-Za-z_0-9]+(\(| =( |$)|\{|\[|;|$)/)) {
        name = substr($0, RSTART, RLENGTH)
        gsub(/[^A-Za-z_0-9]/, "", name)
    }
    if (name != "")
        names[name] = 1
}
END { place(); for (g = 1; g <= groups; g++) print g files[g] }

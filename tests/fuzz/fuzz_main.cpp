// libFuzzer's way in. HOLDFAST_FUZZ_TARGET names the target; "planted" is a reader with a bug in it, which shows that
// this program would find one; "list" prints what there is.
#include "exchange/csv.h"
#include "fuzz/target.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <optional>

namespace {

using holdfast::fuzz::Target;

/// Reads one past the end of a table whose second cell is "to" and whose third begins with "=".
void planted(std::string_view bytes)
{
    const auto rows = holdfast::exchange::readCsv(bytes);
    if (!rows || rows->empty() || rows->front().cells.size() != 3)
        return;
    const auto& cells = rows->front().cells;
    if (cells[1] == "to" && cells[2].starts_with('=')) {
        const std::vector<char> copy(cells[2].begin(), cells[2].end());
        const volatile char beyond = copy.data()[copy.size()];
        (void)beyond;
    }
}

std::optional<Target> chosen;

}  // namespace

extern "C" int LLVMFuzzerInitialize(int* /*count*/, char*** /*words*/)
{
    const char* asked = std::getenv("HOLDFAST_FUZZ_TARGET");
    const std::string_view name = asked != nullptr ? asked : "list";
    if (name == "planted")
        chosen = Target{"planted", "", 256, planted};
    holdfast::fuzz::forEachTarget([&](const Target& target) {
        if (name == "list")
            std::printf("%.*s\t%zu\t%.*s\n", static_cast<int>(target.name.size()), target.name.data(), target.longest,
                        static_cast<int>(target.seeds.size()), target.seeds.data());
        if (name == target.name)
            chosen = target;
    });
    if (name == "list")
        std::exit(0);
    if (!chosen) {
        std::fprintf(stderr, "there is no target of this name\n");
        std::exit(2);
    }
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    chosen->run({reinterpret_cast<const char*>(data), size});
    return 0;
}

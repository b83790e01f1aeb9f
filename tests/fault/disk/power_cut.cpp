#include "fault/disk/power_cut.h"

#include <algorithm>
#include <fstream>

namespace holdfast::test::disk {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t sector = 512;

void write(std::string& content, std::size_t place, std::string_view bytes)
{
    if (content.size() < place + bytes.size())
        content.resize(place + bytes.size());
    content.replace(place, bytes.size(), bytes);
}

void carryOut(std::string& content, const Step& step)
{
    if (step.what == What::truncate)
        content.resize(static_cast<std::size_t>(step.place));
    else
        write(content, static_cast<std::size_t>(step.place), step.bytes);
}

std::string garbage(std::size_t size, Random& random)
{
    std::string bytes(size, '\0');
    for (char& byte : bytes)
        byte = static_cast<char>(random.below(256));
    return bytes;
}

/// A write sector by sector: each arrives, stays away or, where it may, arrives as garbage.
void writeInPart(std::string& content, const Step& step, bool garbled, Random& random)
{
    std::string_view rest = step.bytes;
    auto place = static_cast<std::size_t>(step.place);
    while (!rest.empty()) {
        const std::size_t size = std::min(rest.size(), sector - place % sector);
        const std::uint64_t chance = random.below(8);
        if (chance >= 4)
            write(content, place, rest.substr(0, size));
        else if (chance == 0 && garbled)
            write(content, place, garbage(size, random));
        place += size;
        rest.remove_prefix(size);
    }
}

}  // namespace

Contents contentsOf(const fs::path& folder)
{
    Contents contents;
    for (const auto& entry : fs::directory_iterator{folder}) {
        std::ifstream file{entry.path(), std::ios::binary};
        contents[entry.path().filename().string()] =
            std::string{std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{}};
    }
    return contents;
}

void put(const fs::path& folder, const Contents& contents)
{
    for (const auto& entry : fs::directory_iterator{folder})
        if (!contents.contains(entry.path().filename().string()))
            fs::remove(entry.path());
    for (const auto& [name, content] : contents)
        std::ofstream{folder / name, std::ios::binary}.write(content.data(),
                                                             static_cast<std::streamsize>(content.size()));
}

PowerCut::PowerCut(const Contents& before)
{
    for (const auto& [name, content] : before) {
        m_names[name] = ++m_lastFile;
        m_files[m_lastFile].safe = content;
    }
}

void PowerCut::apply(std::map<std::string, int>& names, const Names& change)
{
    const Step& step = change.step;
    if (step.what == What::create) {
        names[step.name] = change.file;
        return;
    }
    const auto found = names.find(step.name);
    if (found == names.end())
        return;
    const int file = found->second;
    if (step.what != What::link)
        names.erase(found);
    if (step.what != What::remove && !step.to.empty())
        names[step.to] = file;
}

std::map<std::string, int> PowerCut::namesNow() const
{
    auto names = m_names;
    for (const Names& change : m_changes)
        apply(names, change);
    return names;
}

void PowerCut::sync(File& file)
{
    for (const Step& step : file.unsynced)
        carryOut(file.safe, step);
    file.unsynced.clear();
}

void PowerCut::then(const Step& step)
{
    switch (step.what) {
    case What::create:
        m_changes.push_back({step, ++m_lastFile});
        m_files[m_lastFile] = {};
        return;
    case What::rename:
    case What::remove:
    case What::link: m_changes.push_back({step, 0}); return;
    case What::syncFolder:
        m_names = namesNow();
        m_changes.clear();
        return;
    case What::read:
    case What::open: return;
    case What::write:
    case What::truncate:
    case What::sync: break;
    }
    const auto names = namesNow();
    const auto found = names.find(step.name);
    if (found == names.end())
        return;  // it was removed while it was open
    File& file = m_files[found->second];
    if (step.what != What::sync)
        file.unsynced.push_back(step);
    else if (!m_ignored || !step.name.ends_with(*m_ignored))
        sync(file);
}

std::string PowerCut::contentAfterCut(const File& file, Arrived arrived, Random& random)
{
    std::string content = file.safe;
    for (const Step& step : file.unsynced) {
        if (arrived == Arrived::nothing)
            break;
        if (step.what == What::write && arrived != Arrived::everything)
            writeInPart(content, step, arrived == Arrived::garbled, random);
        else if (step.what == What::write || arrived == Arrived::everything || random.below(2) == 0)
            carryOut(content, step);
    }
    return content;
}

Contents PowerCut::cut(Random& random) const
{
    auto names = m_names;
    const std::size_t changes = random.below(m_changes.size() + 1);  // a journalling file system keeps their order
    for (std::size_t i = 0; i < changes; ++i)
        if (m_changes[i].step.what != What::remove || random.below(4) != 0)  // what was removed may come back
            apply(names, m_changes[i]);
    const auto unsynced = static_cast<Arrived>(random.below(4));
    Contents contents;
    for (const auto& [name, number] : names)
        contents[name] = contentAfterCut(m_files.at(number), unsynced, random);
    return contents;
}

}  // namespace holdfast::test::disk

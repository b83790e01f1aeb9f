#include "letters/document.h"

namespace holdfast::letters {

Document& Document::add(BlockStyle style, std::string text)
{
    std::vector<Run> runs;
    runs.push_back({std::move(text), false});
    return add(style, std::move(runs));
}

Document& Document::add(BlockStyle style, std::vector<Run> runs)
{
    blocks.push_back({style, std::move(runs), {}});
    return *this;
}

Document& Document::table(std::vector<std::vector<std::string>> rows)
{
    blocks.push_back({BlockStyle::table, {}, std::move(rows)});
    return *this;
}

std::size_t textBytes(const Document& document)
{
    std::size_t bytes = document.title.size();
    for (const Block& block : document.blocks) {
        for (const Run& run : block.runs)
            bytes += run.text.size();
        for (const auto& row : block.rows)
            for (const std::string& cell : row)
                bytes += cell.size();
    }
    return bytes;
}

std::string plainText(const Document& document)
{
    std::string text;
    int number = 0;
    for (const Block& block : document.blocks) {
        number = block.style == BlockStyle::numbered ? number + 1 : 0;
        if (block.style == BlockStyle::heading && !text.empty())
            text += '\n';
        if (block.style == BlockStyle::bullet)
            text += "- ";
        if (block.style == BlockStyle::numbered)
            text += std::to_string(number) + ". ";
        for (const Run& run : block.runs)
            text += run.text;
        for (std::size_t row = 0; row < block.rows.size(); ++row) {
            for (std::size_t cell = 0; cell < block.rows[row].size(); ++cell)
                text += (cell == 0 ? "" : "\t") + block.rows[row][cell];
            if (row + 1 < block.rows.size())
                text += '\n';
        }
        text += '\n';
    }
    return text;
}

Audience audienceOf(LetterKind kind)
{
    switch (kind) {
    case LetterKind::jointReferral:
    case LetterKind::challenge:
    case LetterKind::chase:
    case LetterKind::handover: return Audience::service;
    case LetterKind::toPerson:
    case LetterKind::rightsCard: return Audience::person;
    case LetterKind::toCarer: return Audience::carer;
    case LetterKind::partnerSheet: return Audience::partner;
    }
    return Audience::service;
}

bool isAboutOneService(LetterKind kind)
{
    return audienceOf(kind) == Audience::service;
}

bool namesThePerson(LetterKind kind)
{
    return kind != LetterKind::partnerSheet;
}

std::vector<Variant> variantsOf(LetterKind kind)
{
    const Audience audience = audienceOf(kind);
    if (audience == Audience::person || audience == Audience::carer)
        return {Variant::standard, Variant::largePrint, Variant::easyRead};
    return {Variant::standard, Variant::largePrint};
}

}  // namespace holdfast::letters

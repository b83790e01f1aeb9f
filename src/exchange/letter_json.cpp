#include "exchange/letter_json.h"

#include "exchange/json_input.h"
#include "exchange/json_output.h"

namespace holdfast::exchange {
namespace {

using namespace letters;

constexpr std::size_t longestText = 100'000;
constexpr std::size_t mostRuns = 1'000;
constexpr std::size_t mostCells = 20;
constexpr std::size_t mostRows = 1'000;

void writeBlock(JsonOut& out, const Block& block)
{
    out.beginObject().member("style", nameOf(block.style));
    if (!block.runs.empty()) {
        out.key("runs").beginArray();
        for (const Run& run : block.runs) {
            out.beginObject().member("text", run.text);
            if (run.strong)
                out.member("strong", true);
            out.endObject();
        }
        out.endArray();
    }
    if (!block.rows.empty()) {
        out.key("rows").beginArray();
        for (const auto& row : block.rows) {
            out.beginArray();
            for (const std::string& cell : row)
                out.text(cell);
            out.endArray();
        }
        out.endArray();
    }
    out.endObject();
}

void limit(const JsonIn& array, std::size_t most)
{
    array.mustBeArray();
    if (array.size() > most)
        array.fail("at most " + std::to_string(most) + " entries");
}

Block readBlock(const JsonIn& in)
{
    in.allowOnly({"style", "runs", "rows"});
    Block block;
    block.style = in.at("style").named<BlockStyle>();
    if (const auto runs = in.find("runs")) {
        limit(*runs, mostRuns);
        block.runs = listOf(*runs, [](const JsonIn& run) {
            run.allowOnly({"text", "strong"});
            const auto strong = run.find("strong");
            return Run{run.at("text").text(longestText), strong && strong->boolean()};
        });
    }
    if (const auto rows = in.find("rows")) {
        limit(*rows, mostRows);
        block.rows = listOf(*rows, [](const JsonIn& row) {
            limit(row, mostCells);
            return listOf(row, [](const JsonIn& cell) { return cell.text(longestText); });
        });
    }
    return block;
}

letters::Document readDocument(const JsonIn& in)
{
    in.allowOnly({"title", "variant", "letterhead", "blocks"});
    letters::Document document;
    document.title = in.at("title").text();
    document.variant = in.at("variant").named<Variant>();
    document.letterhead = in.at("letterhead").boolean();
    const JsonIn blocks = in.at("blocks");
    limit(blocks, mostBlocks);
    document.blocks = listOf(blocks, readBlock);
    if (textBytes(document) > longestDocument)
        blocks.fail("at most " + std::to_string(longestDocument) + " bytes of text");
    return document;
}

Request readRequest(const JsonIn& in)
{
    in.allowOnly({"kind", "variant", "service", "need", "event", "carer", "carer_id", "agreed"});
    Request request;
    request.kind = in.at("kind").named<LetterKind>();
    request.variant = in.at("variant").named<Variant>();
    if (const auto service = in.find("service"))
        request.service = service->id<ServiceId>();
    if (const auto need = in.find("need"))
        request.need = need->named<Need>();
    if (const auto event = in.find("event"))
        request.event = event->id<EventId>();
    if (const auto carer = in.find("carer"))
        request.carer.name = carer->text();
    if (const auto carer = in.find("carer_id"))
        request.carer.id = carer->id<CarerId>();
    if (const auto agreed = in.find("agreed")) {
        limit(*agreed, allCarerTopics.size());
        request.carer.topics = listOf(*agreed, [](const JsonIn& topic) { return topic.named<CarerTopic>(); });
    }
    return request;
}

void writeRequest(JsonOut& out, const Request& request)
{
    out.beginObject().member("kind", nameOf(request.kind)).member("variant", nameOf(request.variant));
    if (!request.service.empty())
        out.member("service", request.service.text());
    if (request.need)
        out.member("need", nameOf(*request.need));
    if (!request.event.empty())
        out.member("event", request.event.text());
    if (!request.carer.name.empty())
        out.member("carer", request.carer.name);
    if (!request.carer.id.empty())
        out.member("carer_id", request.carer.id.text());
    if (!request.carer.topics.empty()) {
        out.key("agreed").beginArray();
        for (const CarerTopic topic : request.carer.topics)
            out.text(nameOf(topic));
        out.endArray();
    }
    out.endObject();
}

}  // namespace

std::string writeLetterDraft(const Draft& draft)
{
    JsonOut out;
    out.beginObject().key("request");
    writeRequest(out, draft.request);
    out.key("document").beginObject();
    out.member("title", draft.document.title).member("variant", nameOf(draft.document.variant));
    out.member("letterhead", draft.document.letterhead).key("blocks").beginArray();
    for (const Block& block : draft.document.blocks)
        writeBlock(out, block);
    out.endArray().endObject().endObject();
    return std::move(out).str();
}

Result<Draft> readLetterDraft(std::string_view text)
{
    return readJson(text, [](const JsonIn& in) {
        in.allowOnly({"request", "document"});
        return Draft{readRequest(in.at("request")), readDocument(in.at("document"))};
    });
}

}  // namespace holdfast::exchange

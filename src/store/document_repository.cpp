#include "store/document_repository.h"

#include "store/columns.h"
#include "store/record_parts.h"
#include "store/sql_text.h"

namespace holdfast::store {
namespace {

namespace sql {

/// All but the bytes, in the order insert() writes and documentAt() reads them.
constexpr std::string_view columns = R"(
    id, person, role, kind, media, name, recipient, recipient_name, need, variant, about_kind, about, source,
    created_at, worker, command, size, sha256)";

constexpr std::string_view select = "SELECT";
constexpr std::string_view fromWithId = "\n    FROM document WHERE id = ?";
constexpr std::string_view fromOfCommand = "\n    FROM document WHERE command = ?";
constexpr std::string_view fromOfPerson = "\n    FROM document WHERE person IN (@) ORDER BY created_at DESC, id DESC";

constexpr std::string_view insertInto = "INSERT INTO document (";
constexpr std::string_view values = ", content) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

constexpr std::string_view content = "SELECT content FROM document WHERE id = $1";

constexpr std::string_view ids = "SELECT id FROM document WHERE id > $1 ORDER BY id LIMIT $2";

constexpr std::string_view insertSending =
    "INSERT INTO letter_sending (event, person, document, address) VALUES ($1, $2, $3, $4)";

constexpr std::string_view sendings =
    "SELECT event, person, document, address FROM letter_sending WHERE person IN (@) ORDER BY event";

constexpr std::string_view findLetterhead = R"(
    SELECT
        service, organisation, address, phone, email, footer, margin_top, margin_bottom, margin_left, margin_right,
        version
    FROM letterhead
    WHERE service = $1)";

constexpr std::string_view insertLetterhead = R"(
    INSERT INTO letterhead (
        organisation, address, phone, email, footer, margin_top, margin_bottom, margin_left, margin_right, service,
        version)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11 + 1)
    ON CONFLICT DO NOTHING)";

constexpr std::string_view saveLetterhead = R"(
    UPDATE letterhead
    SET organisation = $1, address = $2, phone = $3, email = $4, footer = $5, margin_top = $6, margin_bottom = $7,
        margin_left = $8, margin_right = $9, version = version + 1
    WHERE service = $10 AND version = $11)";

}  // namespace sql

KeptDocument documentAt(const db::Row& row)
{
    KeptDocument document;
    document.id = idAt<DocumentId>(row, 0);
    document.person = idAt<PersonId>(row, 1);
    document.role = enumAt<DocumentRole>(row, 2);
    document.kind = row.text(3);
    document.media = enumAt<MediaType>(row, 4);
    document.name = row.text(5);
    document.recipient = row.text(6);
    document.recipientName = row.text(7);
    document.need = optionalEnumAt<Need>(row, 8);
    document.variant = row.text(9);
    document.aboutKind = row.text(10);
    document.about = row.text(11);
    document.source = row.text(12);
    document.createdAt = instantAt(row, 13);
    document.worker = idAt<WorkerId>(row, 14);
    document.command = idAt<CommandId>(row, 15);
    document.size = row.integer(16);
    document.sha256 = row.text(17);
    return document;
}

SqlText selected(std::string_view which, db::Value value)
{
    return SqlText{}.add(sql::select).add(sql::columns).add(which, {std::move(value)});
}

}  // namespace

void DocumentRepository::insert(const KeptDocument& document, const std::string& content)
{
    SqlText insert;
    insert.add(sql::insertInto)
        .add(sql::columns)
        .add(sql::values, {column(document.id), column(recordOf(m_connection, document.person)), column(document.role),
                           document.kind, column(document.media), document.name, document.recipient,
                           document.recipientName, column(document.need), document.variant, document.aboutKind,
                           document.about, document.source, column(document.createdAt), column(document.worker),
                           column(document.command), document.size, document.sha256, db::Blob{content}});
    m_connection.execute(insert.text(), insert.values());
}

std::optional<KeptDocument> DocumentRepository::find(const DocumentId& id) const
{
    const SqlText sql = selected(sql::fromWithId, column(id));
    return m_connection.first(sql.text(), sql.values(), documentAt);
}

std::optional<KeptDocument> DocumentRepository::byCommand(const CommandId& command) const
{
    const SqlText sql = selected(sql::fromOfCommand, column(command));
    return m_connection.first(sql.text(), sql.values(), documentAt);
}

std::vector<KeptDocument> DocumentRepository::forPerson(const PersonId& person) const
{
    const SqlText sql =
        SqlText{}.add(sql::select).add(sql::columns).addOf(sql::fromOfPerson, partsOf(m_connection, person));
    return m_connection.list(sql.text(), sql.values(), documentAt);
}

std::optional<std::string> DocumentRepository::content(const DocumentId& id) const
{
    return m_connection.first(sql::content, {column(id)}, [](const db::Row& row) { return row.blob(0); });
}

std::vector<DocumentId> DocumentRepository::ids(const DocumentId& after, int limit) const
{
    return m_connection.list(sql::ids, {column(after), column(limit)},
                             [](const db::Row& row) { return idAt<DocumentId>(row, 0); });
}

void DocumentRepository::insertSending(const LetterSending& sending)
{
    m_connection.execute(sql::insertSending, {column(sending.event), column(recordOf(m_connection, sending.person)),
                                              column(sending.document), sending.address});
}

std::vector<LetterSending> DocumentRepository::sendings(const PersonId& person) const
{
    const SqlText text = SqlText{}.addOf(sql::sendings, partsOf(m_connection, person));
    return m_connection.list(text.text(), text.values(), [](const db::Row& row) {
        return LetterSending{idAt<EventId>(row, 0), idAt<PersonId>(row, 1), idAt<DocumentId>(row, 2), row.text(3)};
    });
}

std::optional<Letterhead> LetterheadRepository::find(const ServiceId& service) const
{
    return m_connection.first(sql::findLetterhead, {column(service)}, [](const db::Row& row) {
        Letterhead head;
        head.service = idAt<ServiceId>(row, 0);
        head.organisation = row.text(1);
        head.address = row.text(2);
        head.phone = row.text(3);
        head.email = row.text(4);
        head.footer = row.text(5);
        head.margins = {numberAt(row, 6), numberAt(row, 7), numberAt(row, 8), numberAt(row, 9)};
        head.version = row.integer(10);
        return head;
    });
}

Result<Letterhead> LetterheadRepository::save(Letterhead head)
{
    const Margins& margins = head.margins;
    const auto saved = m_connection.execute(head.version == 0 ? sql::insertLetterhead : sql::saveLetterhead,
                                            {head.organisation, head.address, head.phone, head.email, head.footer,
                                             column(margins.top), column(margins.bottom), column(margins.left),
                                             column(margins.right), column(head.service), head.version});
    if (saved == 0)
        return Error{ErrorCode::conflict, "version", "the letterhead was saved by somebody else since it was read"};
    ++head.version;
    return head;
}

}  // namespace holdfast::store

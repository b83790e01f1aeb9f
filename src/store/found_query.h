// Notes, letters and what happened, found by their words, newest first. What the worker who asks may not see is left out
// here, before anything is counted or shown.
#pragma once

#include "domain/note.h"
#include "domain/search_text.h"
#include "domain/worker.h"
#include "store/found_index.h"
#include "store/unseen.h"

#include <optional>
#include <vector>

namespace holdfast::store {

struct FoundQuestion {
    TextQuery words;
    std::optional<FoundKind> kind;  ///< amendments come with notes; nothing: everything
    std::optional<WorkerId> author;
    std::optional<Instant> from;   ///< written at or after
    std::optional<Instant> until;  ///< written before
    std::int64_t after = 0;        ///< the entry at which the page before ended; 0: the newest
    int limit = 50;
};

struct FoundRow {
    std::int64_t entry = 0;
    FoundKind kind = FoundKind::note;
    std::string source;
    int part = 0;
    Instant writtenAt;
    PersonId person;
    std::string personName;  ///< as they like to be called
    WorkerId author;
    std::string authorName;
    ServiceId service;        ///< of a note's author, that day
    std::string serviceName;  ///< of a letter whom it went to
    std::string label;        ///< kind of a note, a letter, an event: its code
    std::string text;         ///< of a letter its source, as it was kept
    bool inError = false;
};

struct FoundPage {
    std::vector<FoundRow> rows;
    std::int64_t next = 0;  ///< 0: there are no more
};

class FoundQuery {
public:
    FoundQuery(db::Connection& connection, Unseen unseen) : m_connection{connection}, m_unseen{std::move(unseen)} {}

    FoundPage page(const FoundQuestion& question, const Worker& reader) const;

private:
    db::Connection& m_connection;
    Unseen m_unseen;
};

}  // namespace holdfast::store

// What an independent reader needs beside the events: who and where people are, workers, services, the rules in force.
#pragma once

#include "domain/merge.h"
#include "domain/policy_book.h"
#include "domain/worker.h"
#include "exchange/sheet.h"

#include <array>
#include <utility>

namespace holdfast::exchange {

/// A carer was called or called, or a person had to tell their story again.
struct CarerContact {
    PersonId person;
    Instant at;
    std::string direction;
    std::string outcome;
    bool undone = false;
};
struct Retold {
    PersonId person;
    Instant at;
    bool takenBack = false;
};

/// Of people: written one after another.
class PeopleSheets {
public:
    explicit PeopleSheets(const Naming& naming);

    /// `record` is as the record reads that this id belongs to.
    void add(const PersonId& id, const Person& record);
    void add(const CarerContact& contact);
    void add(const Retold& retold);
    void add(const MergeRecord& merge);

    std::array<Sheet*, 5> all() { return {&m_people, &m_contacts, &m_retellings, &m_merges, &m_effects}; }

private:
    const Naming& m_naming;
    Sheet m_people;
    Sheet m_contacts;
    Sheet m_retellings;
    Sheet m_merges;
    Sheet m_effects;
};

using FileText = std::pair<std::string, std::string>;  ///< name and content

FileText workersFile(const std::vector<Worker>& workers, const Naming& naming);
FileText servicesFile(const std::vector<Service>& services);
/// Of every policy that was ever in force, with the instant it began to hold.
FileText reasonsFile(const PolicyBook& policies);
FileText clocksFile(const PolicyBook& policies);
FileText leadRulesFile(const PolicyBook& policies);
/// Bank holidays from the one day to the other.
FileText holidaysFile(const PolicyBook& policies, Date from, Date to);
/// What the export is: key and value.
FileText aboutFile(const std::vector<std::pair<std::string, std::string>>& facts);

}  // namespace holdfast::exchange

// Sections that several letters share. Each adds its blocks to a document; one that has nothing to say adds nothing.
#pragma once

#include "letters/words.h"

namespace holdfast::letters {

// How a letter begins and ends (parts.cpp).
void addServiceAddress(Document& document, const Facts& facts, const ServiceId& service);
void addPersonAddress(Document& document, const Facts& facts);
void addDate(Document& document, const Facts& facts);
void addAbout(Document& document, const Facts& facts);        ///< name, birth date, NHS number
void addSignature(Document& document, const Facts& facts);    ///< from one service to another
void addFriendlyEnd(Document& document, const Facts& facts);  ///< to a person

// The record (parts_record.cpp).
void addNeedsTable(Document& document, const Facts& facts);
void addScores(Document& document, const Facts& facts);
void addSafety(Document& document, const Facts& facts);  ///< yes, asked and no, not asked: each fact
void addEarlierAnswers(Document& document, const Facts& facts, const EventId& without = {});
void addClocks(Document& document, const Facts& facts);
void addMeanwhile(Document& document, const Facts& facts);    ///< who holds what, and support while waiting
void addReaching(Document& document, const Facts& facts);     ///< how to reach the person safely, and what they need
void addWhatMatters(Document& document, const Facts& facts);  ///< in the person's own words
void addPlannedSteps(Document& document, const Facts& facts);

/// Facts of safety that are current, as a reader takes them in: "thoughts of suicide".
std::vector<std::string> currentSafety(const SafetyFacts& safety);

/// The whole days of a local standard without a kind of service: "acknowledge", "decide".
int standardDays(const Policy& policy, std::string_view id, int otherwise);

/// Where to turn outside office hours, from the directory: "Wren Crisis Line, 01632 960 111".
std::vector<std::string> crisisLines(const Facts& facts);

}  // namespace holdfast::letters

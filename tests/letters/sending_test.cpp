#include "letters/sending.h"

#include "domain/document.h"
#include "domain/letterhead.h"
#include "letters/letters_world.h"

using namespace holdfast;
using namespace holdfast::test;
using letters::adviseSending;
using letters::LetterKind;
using letters::SendRisk;

TEST_CASE("a letter home goes by post only where letters are safe and there is an address")
{
    Person person = dani();
    CHECK(adviseSending(person, false, LetterKind::toPerson, LetterMethod::post).risk == SendRisk::safe);
    person.contact.mayWrite = false;
    auto advice = adviseSending(person, false, LetterKind::toPerson, LetterMethod::post);
    CHECK(advice.risk == SendRisk::refuse);
    CHECK(advice.reasons == std::vector<std::string>{"no_letters"});
    person.contact.mayWrite = true;
    person.addressStatus = AddressStatus::withheld;
    CHECK(adviseSending(person, false, LetterKind::toPerson, LetterMethod::post).reasons.front() == "no_address");
    CHECK(adviseSending(person, false, LetterKind::rightsCard, LetterMethod::post).risk == SendRisk::refuse);
}

TEST_CASE("handing a letter over in person is always safe while the person lives")
{
    Person person;
    person.contact.discreetOnly = true;
    person.safetyAlerts = "Partner reads the post";
    CHECK(adviseSending(person, false, LetterKind::toPerson, LetterMethod::handedOver).risk == SendRisk::safe);
    CHECK(adviseSending(person, true, LetterKind::toPerson, LetterMethod::handedOver).reasons.front() == "died");
}

TEST_CASE("safety notes and a wish for discretion warn, and a refusal outweighs a warning")
{
    Person person = dani();
    person.contact.discreetOnly = true;
    person.safetyAlerts = "Partner reads the post";
    auto advice = adviseSending(person, false, LetterKind::toPerson, LetterMethod::post);
    CHECK(advice.risk == SendRisk::warn);
    CHECK(advice.reasons == std::vector<std::string>{"discreet", "alerts"});
    person.contact.mayWrite = false;
    advice = adviseSending(person, false, LetterKind::toPerson, LetterMethod::post);
    CHECK(advice.risk == SendRisk::refuse);
    CHECK(advice.reasons.front() == "no_letters");
}

TEST_CASE("each way of sending has its own limits for each reader")
{
    const Person person = dani();
    Person noEmail = person;
    noEmail.contact.email.clear();
    CHECK(adviseSending(noEmail, false, LetterKind::toPerson, LetterMethod::emailByHand).reasons.front() == "no_email");
    CHECK(adviseSending(person, false, LetterKind::toPerson, LetterMethod::fax).risk == SendRisk::refuse);
    CHECK(adviseSending(person, false, LetterKind::toCarer, LetterMethod::fax).risk == SendRisk::refuse);
    CHECK(adviseSending(person, false, LetterKind::challenge, LetterMethod::fax).risk == SendRisk::warn);
    CHECK(adviseSending(person, false, LetterKind::challenge, LetterMethod::post).risk == SendRisk::safe);
    CHECK(adviseSending(person, true, LetterKind::challenge, LetterMethod::post).risk == SendRisk::refuse);
    CHECK(adviseSending(person, true, LetterKind::partnerSheet, LetterMethod::post).risk == SendRisk::safe);
}

TEST_CASE("the event of sending speaks of a service by its id and of anybody else by their part")
{
    CHECK(letters::recipientOf(LetterKind::challenge, ServiceId{"cmht"}) == "cmht");
    CHECK(letters::recipientOf(LetterKind::rightsCard, {}) == "person");
    CHECK(letters::recipientOf(LetterKind::toCarer, {}) == "carer");
    CHECK(letters::recipientOf(LetterKind::partnerSheet, {}) == "partner");
}

TEST_CASE("what a file is, its bytes say and not its name")
{
    using namespace std::string_view_literals;
    CHECK(mediaTypeOf("%PDF-1.7 ...") == MediaType::pdf);
    CHECK(mediaTypeOf("\x89PNG\r\n\x1a\n...") == MediaType::png);
    CHECK(mediaTypeOf("\xff\xd8\xff\xe0 ...") == MediaType::jpeg);
    CHECK(mediaTypeOf("From: a@example.org\r\n\r\nCaf\xc3\xa9\t\f") == MediaType::text);
    for (const std::string_view other : {""sv, "MZ\x90\0"sv, "PK\x03\x04"sv, "a\0b"sv, "\xc3\x28"sv, "\xed\xa0\x80"sv,
                                         "\xf4\x90\x80\x80"sv, "\xc0\x80"sv, "bell\a"sv, "cut \xe2\x82"sv})
        CHECK_FALSE(mediaTypeOf(other));
}

TEST_CASE("of a file's name only the last part is kept, short and whole")
{
    const auto tidyFileName = [](std::string_view name) { return holdfast::tidyFileName(name, MediaType::pdf); };
    CHECK(tidyFileName("/home/jo/Dani reply.pdf") == "Dani reply.pdf");
    CHECK(tidyFileName("C:\\letters\\reply.pdf") == "reply.pdf");
    CHECK(tidyFileName("..") == "attachment.pdf");
    CHECK(tidyFileName("\x01") == "attachment.pdf");
    CHECK(tidyFileName("a\nb\x01.pdf") == "ab.pdf");
    CHECK(tidyFileName("reply\u202Efdp.exe") == "replyfdp.exe");
    std::string longName;
    for (int i = 0; i < 100; ++i)
        longName += "\xc3\xa9";
    const std::string tidy = tidyFileName("x" + longName);
    CHECK(tidy.size() <= longestFileName);
    CHECK(mediaTypeOf(tidy) == MediaType::text);  // no character is cut in half
}

TEST_CASE("a letterhead has a name and margins that leave room")
{
    Letterhead head;
    CHECK(checkLetterhead(head).error().where == "organisation");
    head.organisation = "Lantern";
    CHECK(checkLetterhead(head));
    head.margins.left = 9;
    CHECK(checkLetterhead(head).error().where == "margins.left");
    head.margins.left = 51;
    CHECK_FALSE(checkLetterhead(head));
    head.margins.left = 22;
    head.footer = std::string(longestLetterheadLine + 1, 'x');
    CHECK(checkLetterhead(head).error().where == "footer");
}

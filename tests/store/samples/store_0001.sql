-- What a released store of schema 0001 held, row for row; written by the program of that day.
INSERT INTO "child" ("serial", "id", "number", "date_of_birth", "sex", "known_as", "family_name", "pronouns", "ethnicity", "languages", "communication_needs", "sibling_group", "upn", "iro_name", "iro_allocated_on", "social_worker", "team", "unaccompanied", "asylum_seeking_until", "permanence_plan", "permanently_matched_on", "sdq_score", "sdq_reason", "health_assessment_up_to_date", "dental_check_up_to_date", "immunisations_up_to_date", "last_health_assessment", "last_dental_check", "last_social_work_visit", "last_iro_contact", "made_up", "head", "withdrawn")
VALUES (1, 'child-1', 'MADEUP471108', '2014-02-28', 'U', 'Made-up Wren', '', '', '', '[]', '', '', '', 'Made-up Officer', NULL, '', '', 0, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, '1cb25e15-515e-4262-aae4-0ed9a0fe2bef', 0);
INSERT INTO "important_person" ("serial", "id", "child_id", "name", "relationship", "organisation", "languages", "may_be_invited", "notes", "head", "withdrawn")
VALUES (1, 'person-1', 'child-1', 'Made-up Aunt', '', '', '[]', 1, '', '7a1e64c8-e4fd-4dfa-9c02-8a7cdce9a991', 0);
INSERT INTO "episode" ("serial", "id", "child_id", "started", "reason_started", "legal_status", "category_of_need", "placement", "provider", "ended", "reason_ended", "reason_for_move", "home_postcode", "placement_postcode", "urn", "head", "withdrawn")
VALUES (1, 'episode-1', 'child-1', '2022-05-04', '', '', '', '', '', NULL, '', '', '', '', '', '9aa1f271-98e5-45a0-a5bd-035cd2cd154e', 0);
INSERT INTO "scaling_question" ("serial", "id", "child_id", "text", "meaning_of_0", "meaning_of_10", "asked_first_in", "position", "head", "withdrawn")
VALUES (1, 'question-1', 'child-1', 'How is home?', '', '', NULL, 0, '813f533a-a0a4-4725-9904-7ff1f5417224', 0);
INSERT INTO "review" ("serial", "id", "child_id", "kind", "status", "origin", "planned_for", "planned_at", "held_on", "form", "form_version", "participation", "participation_confirmed", "participation_reason", "output", "output_reason", "closed_on", "closed_by", "head", "withdrawn")
VALUES (1, 'review-1', 'child-1', 'looked_after', 'planned', 'laptop', '2026-11-24', '', NULL, '', 0, NULL, 0, '', NULL, '', NULL, '', 'cbea6afc-9bcb-4997-9818-1a82e3cd5fc6', 0);
INSERT INTO "review" ("serial", "id", "child_id", "kind", "status", "origin", "planned_for", "planned_at", "held_on", "form", "form_version", "participation", "participation_confirmed", "participation_reason", "output", "output_reason", "closed_on", "closed_by", "head", "withdrawn")
VALUES (2, 'review-0', 'child-1', 'looked_after', 'closed', 'laptop', '2026-05-04', 'School', '2026-05-05', '', 0, NULL, 0, '', NULL, '', '2026-05-06', 'Made-up Officer', '18dac41e-2ffd-42c2-a900-c201ab6bac09', 0);
INSERT INTO "participant" ("serial", "id", "child_id", "review_id", "name", "role", "relationship", "invited", "not_invited_because", "consulted", "consulted_how", "attendance", "voice", "position", "head", "withdrawn")
VALUES (1, 'participant-1', 'child-1', 'review-1', 'Made-up Carer', 'carer', '', 1, '', 'not_yet', '', 'not_recorded', 'not_recorded', 0, '94552ddf-f9f2-4537-82e8-7f8ab05a8d45', 0);
INSERT INTO "answer" ("serial", "id", "child_id", "review_id", "question", "item", "value", "head", "withdrawn")
VALUES (1, 'answer-1', 'child-1', 'review-1', 'home', '', '"Fine"', 'b479aa72-2d38-4d10-951b-4f7b7b7dbec8', 0);
INSERT INTO "view" ("serial", "id", "child_id", "review_id", "words", "about", "heard_by", "heard_on", "how", "sharing", "position", "head", "withdrawn")
VALUES (1, 'view-1', 'child-1', 'review-1', 'I like it here', '', '', NULL, 'said_to_me', 'not_asked', 0, '89966c0d-8c5d-41c8-8e48-2905ed5c414c', 0);
INSERT INTO "decision" ("serial", "id", "child_id", "review_id", "what", "owner", "due_on", "by_when", "words_for_child", "position", "kept", "kept_note", "kept_looked_at_in", "head", "withdrawn")
VALUES (1, 'decision-1', 'child-1', 'review-1', 'Swim on Fridays', '', NULL, '', '', 0, 'not_looked_at', '', NULL, 'a27b29bb-3979-416d-8eb3-60c8729bdd89', 0);
INSERT INTO "decision" ("serial", "id", "child_id", "review_id", "what", "owner", "due_on", "by_when", "words_for_child", "position", "kept", "kept_note", "kept_looked_at_in", "head", "withdrawn")
VALUES (2, 'decision-0', 'child-1', 'review-0', 'Swim', '', NULL, '', '', 0, 'not_looked_at', '', NULL, '2d8e7527-e4e7-42a4-a604-5be928ec15f6', 0);
INSERT INTO "scale_answer" ("serial", "id", "child_id", "review_id", "question_id", "person", "role", "state", "value", "why_not_lower", "what_would_make_it_higher", "medium", "answered_on", "position", "head", "withdrawn")
VALUES (1, 'scale-answer-1', 'child-1', 'review-1', 'question-1', 'Made-up Carer', 'carer', 'not_asked', '6.5', '', '', 'said', NULL, 0, '8a1c124b-464e-4ee7-a08d-7808b0ebebe3', 0);
INSERT INTO "addendum" ("serial", "id", "child_id", "review_id", "text", "added_on", "added_by", "head", "withdrawn")
VALUES (1, 'addendum-1', 'child-1', 'review-1', 'The school has written since.', '2026-12-01', 'Made-up Officer', 'f2300e8c-bfe6-44f9-beb3-3b58085c0fe7', 0);
INSERT INTO "written_document" ("serial", "id", "child_id", "review_id", "kind", "written_on", "sent_on", "sent_to", "head", "withdrawn")
VALUES (1, 'document-1', 'child-1', 'review-1', 'letter', '2026-12-01', NULL, '', '6e1b12c7-3856-4dd5-aafd-289fc071755d', 0);
INSERT INTO "revision" ("serial", "id", "child_id", "review_id", "entity", "kind", "parents", "author", "device", "made_at", "fields", "withdrawn")
VALUES (1, '1123c0ea-6eb0-4420-9659-fcc847d9c162', 'child-1', NULL, 'child-1', 'child', '[]', 'Made-up Officer', 'old-laptop', '2026-11-22T10:00:00.000000', '{"id":"child-1","number":"MADEUP471108","date_of_birth":"2014-02-28","sex":"U","known_as":"","family_name":"","pronouns":"","ethnicity":"","languages":[],"communication_needs":"","sibling_group":"","upn":"","iro_name":"","iro_allocated_on":null,"social_worker":"","team":"","unaccompanied":false,"asylum_seeking_until":null,"permanence_plan":"","permanently_matched_on":null,"sdq_score":null,"sdq_reason":"","health_assessment_up_to_date":null,"dental_check_up_to_date":null,"immunisations_up_to_date":null,"last_health_assessment":null,"last_dental_check":null,"last_social_work_visit":null,"last_iro_contact":null,"made_up":false}', 0);
INSERT INTO "revision" ("serial", "id", "child_id", "review_id", "entity", "kind", "parents", "author", "device", "made_at", "fields", "withdrawn")
VALUES (2, '7a1e64c8-e4fd-4dfa-9c02-8a7cdce9a991', 'child-1', NULL, 'person-1', 'important_person', '[]', 'Made-up Officer', 'old-laptop', '2026-11-22T10:00:00.000000', '{"id":"person-1","child_id":"child-1","name":"Made-up Aunt","relationship":"","organisation":"","languages":[],"may_be_invited":true,"notes":""}', 0);
INSERT INTO "revision" ("serial", "id", "child_id", "review_id", "entity", "kind", "parents", "author", "device", "made_at", "fields", "withdrawn")
VALUES (3, '9aa1f271-98e5-45a0-a5bd-035cd2cd154e', 'child-1', NULL, 'episode-1', 'episode', '[]', 'Made-up Officer', 'old-laptop', '2026-11-22T10:00:00.000000', '{"id":"episode-1","child_id":"child-1","started":"2022-05-04","reason_started":"","legal_status":"","category_of_need":"","placement":"","provider":"","ended":null,"reason_ended":"","reason_for_move":"","home_postcode":"","placement_postcode":"","urn":""}', 0);
INSERT INTO "revision" ("serial", "id", "child_id", "review_id", "entity", "kind", "parents", "author", "device", "made_at", "fields", "withdrawn")
VALUES (4, 'cbea6afc-9bcb-4997-9818-1a82e3cd5fc6', 'child-1', 'review-1', 'review-1', 'review', '[]', 'Made-up Officer', 'old-laptop', '2026-11-22T10:00:00.000000', '{"id":"review-1","child_id":"child-1","kind":"looked_after","status":"planned","origin":"laptop","planned_for":"2026-11-24","planned_at":"","held_on":null,"form":"","form_version":0,"participation":null,"participation_confirmed":false,"participation_reason":"","output":null,"output_reason":"","closed_on":null,"closed_by":""}', 0);
INSERT INTO "revision" ("serial", "id", "child_id", "review_id", "entity", "kind", "parents", "author", "device", "made_at", "fields", "withdrawn")
VALUES (5, '813f533a-a0a4-4725-9904-7ff1f5417224', 'child-1', NULL, 'question-1', 'scaling_question', '[]', 'Made-up Officer', 'old-laptop', '2026-11-22T10:00:00.000000', '{"id":"question-1","child_id":"child-1","text":"How is home?","meaning_of_0":"","meaning_of_10":"","asked_first_in":null,"position":0}', 0);
INSERT INTO "revision" ("serial", "id", "child_id", "review_id", "entity", "kind", "parents", "author", "device", "made_at", "fields", "withdrawn")
VALUES (6, '94552ddf-f9f2-4537-82e8-7f8ab05a8d45', 'child-1', 'review-1', 'participant-1', 'participant', '[]', 'Made-up Officer', 'old-laptop', '2026-11-22T10:00:00.000000', '{"id":"participant-1","child_id":"child-1","review_id":"review-1","name":"Made-up Carer","role":"carer","relationship":"","invited":true,"not_invited_because":"","consulted":"not_yet","consulted_how":"","attendance":"not_recorded","voice":"not_recorded","position":0}', 0);
INSERT INTO "revision" ("serial", "id", "child_id", "review_id", "entity", "kind", "parents", "author", "device", "made_at", "fields", "withdrawn")
VALUES (7, 'b479aa72-2d38-4d10-951b-4f7b7b7dbec8', 'child-1', 'review-1', 'answer-1', 'answer', '[]', 'Made-up Officer', 'old-laptop', '2026-11-22T10:00:00.000000', '{"id":"answer-1","child_id":"child-1","review_id":"review-1","question":"home","item":"","value":"Fine"}', 0);
INSERT INTO "revision" ("serial", "id", "child_id", "review_id", "entity", "kind", "parents", "author", "device", "made_at", "fields", "withdrawn")
VALUES (8, '89966c0d-8c5d-41c8-8e48-2905ed5c414c', 'child-1', 'review-1', 'view-1', 'view', '[]', 'Made-up Officer', 'old-laptop', '2026-11-22T10:00:00.000000', '{"id":"view-1","child_id":"child-1","review_id":"review-1","words":"I like it here","about":"","heard_by":"","heard_on":null,"how":"said_to_me","sharing":"not_asked","position":0}', 0);
INSERT INTO "revision" ("serial", "id", "child_id", "review_id", "entity", "kind", "parents", "author", "device", "made_at", "fields", "withdrawn")
VALUES (9, 'a27b29bb-3979-416d-8eb3-60c8729bdd89', 'child-1', 'review-1', 'decision-1', 'decision', '[]', 'Made-up Officer', 'old-laptop', '2026-11-22T10:00:00.000000', '{"id":"decision-1","child_id":"child-1","review_id":"review-1","what":"Swim on Fridays","owner":"","due_on":null,"by_when":"","words_for_child":"","position":0,"kept":"not_looked_at","kept_note":"","kept_looked_at_in":null}', 0);
INSERT INTO "revision" ("serial", "id", "child_id", "review_id", "entity", "kind", "parents", "author", "device", "made_at", "fields", "withdrawn")
VALUES (10, '8a1c124b-464e-4ee7-a08d-7808b0ebebe3', 'child-1', 'review-1', 'scale-answer-1', 'scale_answer', '[]', 'Made-up Officer', 'old-laptop', '2026-11-22T10:00:00.000000', '{"id":"scale-answer-1","child_id":"child-1","review_id":"review-1","question_id":"question-1","person":"Made-up Carer","role":"carer","state":"not_asked","value":"6.5","why_not_lower":"","what_would_make_it_higher":"","medium":"said","answered_on":null,"position":0}', 0);
INSERT INTO "revision" ("serial", "id", "child_id", "review_id", "entity", "kind", "parents", "author", "device", "made_at", "fields", "withdrawn")
VALUES (11, 'f2300e8c-bfe6-44f9-beb3-3b58085c0fe7', 'child-1', 'review-1', 'addendum-1', 'addendum', '[]', 'Made-up Officer', 'old-laptop', '2026-11-22T10:00:00.000000', '{"id":"addendum-1","child_id":"child-1","review_id":"review-1","text":"The school has written since.","added_on":"2026-12-01","added_by":"Made-up Officer"}', 0);
INSERT INTO "revision" ("serial", "id", "child_id", "review_id", "entity", "kind", "parents", "author", "device", "made_at", "fields", "withdrawn")
VALUES (12, '6e1b12c7-3856-4dd5-aafd-289fc071755d', 'child-1', 'review-1', 'document-1', 'written_document', '[]', 'Made-up Officer', 'old-laptop', '2026-11-22T10:00:00.000000', '{"id":"document-1","child_id":"child-1","review_id":"review-1","kind":"letter","written_on":"2026-12-01","sent_on":null,"sent_to":""}', 0);
INSERT INTO "revision" ("serial", "id", "child_id", "review_id", "entity", "kind", "parents", "author", "device", "made_at", "fields", "withdrawn")
VALUES (13, '1cb25e15-515e-4262-aae4-0ed9a0fe2bef', 'child-1', NULL, 'child-1', 'child', '["1123c0ea-6eb0-4420-9659-fcc847d9c162"]', 'Made-up Officer', 'old-laptop', '2026-11-22T11:00:00.000000', '{"id":"child-1","number":"MADEUP471108","date_of_birth":"2014-02-28","sex":"U","known_as":"Made-up Wren","family_name":"","pronouns":"","ethnicity":"","languages":[],"communication_needs":"","sibling_group":"","upn":"","iro_name":"Made-up Officer","iro_allocated_on":null,"social_worker":"","team":"","unaccompanied":false,"asylum_seeking_until":null,"permanence_plan":"","permanently_matched_on":null,"sdq_score":null,"sdq_reason":"","health_assessment_up_to_date":null,"dental_check_up_to_date":null,"immunisations_up_to_date":null,"last_health_assessment":null,"last_dental_check":null,"last_social_work_visit":null,"last_iro_contact":null,"made_up":false}', 0);
INSERT INTO "revision" ("serial", "id", "child_id", "review_id", "entity", "kind", "parents", "author", "device", "made_at", "fields", "withdrawn")
VALUES (14, '69f5bb98-b5a3-4615-b0be-105f85244694', 'child-1', 'review-0', 'review-0', 'review', '[]', 'Made-up Officer', 'old-laptop', '2026-11-22T11:00:00.000000', '{"id":"review-0","child_id":"child-1","kind":"looked_after","status":"planned","origin":"laptop","planned_for":"2026-05-04","planned_at":"School","held_on":null,"form":"","form_version":0,"participation":null,"participation_confirmed":false,"participation_reason":"","output":null,"output_reason":"","closed_on":null,"closed_by":""}', 0);
INSERT INTO "revision" ("serial", "id", "child_id", "review_id", "entity", "kind", "parents", "author", "device", "made_at", "fields", "withdrawn")
VALUES (15, '2d8e7527-e4e7-42a4-a604-5be928ec15f6', 'child-1', 'review-0', 'decision-0', 'decision', '[]', 'Made-up Officer', 'old-laptop', '2026-11-22T11:00:00.000000', '{"id":"decision-0","child_id":"child-1","review_id":"review-0","what":"Swim","owner":"","due_on":null,"by_when":"","words_for_child":"","position":0,"kept":"not_looked_at","kept_note":"","kept_looked_at_in":null}', 0);
INSERT INTO "revision" ("serial", "id", "child_id", "review_id", "entity", "kind", "parents", "author", "device", "made_at", "fields", "withdrawn")
VALUES (16, '18dac41e-2ffd-42c2-a900-c201ab6bac09', 'child-1', 'review-0', 'review-0', 'review', '["69f5bb98-b5a3-4615-b0be-105f85244694"]', 'Made-up Officer', 'old-laptop', '2026-11-22T11:00:00.000000', '{"id":"review-0","child_id":"child-1","kind":"looked_after","status":"closed","origin":"laptop","planned_for":"2026-05-04","planned_at":"School","held_on":"2026-05-05","form":"","form_version":0,"participation":null,"participation_confirmed":false,"participation_reason":"","output":null,"output_reason":"","closed_on":"2026-05-06","closed_by":"Made-up Officer"}', 0);
INSERT INTO "outbox" ("revision_id", "queued_at", "frozen_at")
VALUES ('1123c0ea-6eb0-4420-9659-fcc847d9c162', '2026-11-22T10:00:00.000000', NULL);
INSERT INTO "outbox" ("revision_id", "queued_at", "frozen_at")
VALUES ('7a1e64c8-e4fd-4dfa-9c02-8a7cdce9a991', '2026-11-22T10:00:00.000000', NULL);
INSERT INTO "outbox" ("revision_id", "queued_at", "frozen_at")
VALUES ('9aa1f271-98e5-45a0-a5bd-035cd2cd154e', '2026-11-22T10:00:00.000000', NULL);
INSERT INTO "outbox" ("revision_id", "queued_at", "frozen_at")
VALUES ('cbea6afc-9bcb-4997-9818-1a82e3cd5fc6', '2026-11-22T10:00:00.000000', '2026-11-22T11:00:00.000000');
INSERT INTO "outbox" ("revision_id", "queued_at", "frozen_at")
VALUES ('813f533a-a0a4-4725-9904-7ff1f5417224', '2026-11-22T10:00:00.000000', NULL);
INSERT INTO "outbox" ("revision_id", "queued_at", "frozen_at")
VALUES ('94552ddf-f9f2-4537-82e8-7f8ab05a8d45', '2026-11-22T10:00:00.000000', '2026-11-22T11:00:00.000000');
INSERT INTO "outbox" ("revision_id", "queued_at", "frozen_at")
VALUES ('b479aa72-2d38-4d10-951b-4f7b7b7dbec8', '2026-11-22T10:00:00.000000', '2026-11-22T11:00:00.000000');
INSERT INTO "outbox" ("revision_id", "queued_at", "frozen_at")
VALUES ('89966c0d-8c5d-41c8-8e48-2905ed5c414c', '2026-11-22T10:00:00.000000', '2026-11-22T11:00:00.000000');
INSERT INTO "outbox" ("revision_id", "queued_at", "frozen_at")
VALUES ('a27b29bb-3979-416d-8eb3-60c8729bdd89', '2026-11-22T10:00:00.000000', '2026-11-22T11:00:00.000000');
INSERT INTO "outbox" ("revision_id", "queued_at", "frozen_at")
VALUES ('8a1c124b-464e-4ee7-a08d-7808b0ebebe3', '2026-11-22T10:00:00.000000', '2026-11-22T11:00:00.000000');
INSERT INTO "outbox" ("revision_id", "queued_at", "frozen_at")
VALUES ('f2300e8c-bfe6-44f9-beb3-3b58085c0fe7', '2026-11-22T10:00:00.000000', '2026-11-22T11:00:00.000000');
INSERT INTO "outbox" ("revision_id", "queued_at", "frozen_at")
VALUES ('6e1b12c7-3856-4dd5-aafd-289fc071755d', '2026-11-22T10:00:00.000000', '2026-11-22T11:00:00.000000');
INSERT INTO "outbox" ("revision_id", "queued_at", "frozen_at")
VALUES ('1cb25e15-515e-4262-aae4-0ed9a0fe2bef', '2026-11-22T11:00:00.000000', NULL);
INSERT INTO "outbox" ("revision_id", "queued_at", "frozen_at")
VALUES ('69f5bb98-b5a3-4615-b0be-105f85244694', '2026-11-22T11:00:00.000000', NULL);
INSERT INTO "outbox" ("revision_id", "queued_at", "frozen_at")
VALUES ('2d8e7527-e4e7-42a4-a604-5be928ec15f6', '2026-11-22T11:00:00.000000', NULL);
INSERT INTO "outbox" ("revision_id", "queued_at", "frozen_at")
VALUES ('18dac41e-2ffd-42c2-a900-c201ab6bac09', '2026-11-22T11:00:00.000000', NULL);
INSERT INTO "setting" ("name", "value")
VALUES ('device', 'd7a7c00b-7426-4213-991a-5633ad8f41c6');

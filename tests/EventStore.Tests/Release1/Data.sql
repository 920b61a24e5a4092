-- Rows as the store of that release wrote them: one stream of two events, one of one, and where a subscription was.
select public.campaign_append(
    true, null, '{1,2}', '{211203001,211203002}', '{0193d0f0-0000-7000-8000-000000000001,0193d0f0-0000-7000-8000-000000000002}', '{case,case}', '{0,0}', '{2,1}',
    '{1,1,2}', '{211203001,211203001,211203002}',
    '{0193d0f0-0000-7000-8000-000000000001,0193d0f0-0000-7000-8000-000000000001,0193d0f0-0000-7000-8000-000000000002}', '{1,2,1}',
    '{0193d0f0-0000-7000-8000-000000000011,0193d0f0-0000-7000-8000-000000000012,0193d0f0-0000-7000-8000-000000000013}',
    '{case_opened,case_noted,case_opened}',
    array['Campaign.EventStore.Tests.CaseOpened, Campaign.EventStore.Tests', 'Campaign.EventStore.Tests.CaseNoted, Campaign.EventStore.Tests', 'Campaign.EventStore.Tests.CaseOpened, Campaign.EventStore.Tests'],
    array['{"place": "金牛山路 12 号", "at": "2024-09-02T08:30:00+08:00"}', '{"text": "乱堆乱放", "weight": 1.25}', '{"place": "南关街 3 号", "at": "2024-09-03T08:30:00+08:00"}']::jsonb[],
    '{correlation,correlation,null}', '{causation,causation,null}',
    array['{"user": "user-7", "traceparent": "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"}', '{"user": "user-7"}', null]::jsonb[]);
insert into public.mt_event_progression (name, last_seq_id) values ('Recorder:All', 1);

using Campaign.ServiceDefaults;
using Campaign.Tasks.Assignments;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Tasks.Plans;

/// <summary>What is wrong with a document in itself, whoever is registered.</summary>
internal sealed class PlanDocumentValidator : AbstractValidator<PlanDocument>
{
    private const int MaxAnnexes = 50;
    private const int MaxBands = 50;
    private const int MaxPhases = 20;
    private const int MaxActions = 200;
    private const int MaxNo = 9999;

    public PlanDocumentValidator(AssignmentKinds kinds)
    {
        RuleFor(x => x.DocumentNumber).NotEmpty().MaximumLength(100);
        RuleFor(x => x.Title).NotEmpty().IsName().MaximumLength(200);
        RuleFor(x => x.Issuer).NotEmpty().IsName().MaximumLength(100);
        RuleFor(x => x.IssuedOn).WithinDateBounds();
        RuleFor(x => x.MissingAnnexes).AtMost(MaxAnnexes);
        RuleForEach(x => x.MissingAnnexes).NotEmpty().MaximumLength(200);
        RuleFor(x => x.HeadCountBands).AtMost(MaxBands);
        RuleForEach(x => x.HeadCountBands).NotNull().SetValidator(new BandValidator());

        RuleFor(x => x.Phases).NotEmpty().AtMost(MaxPhases);
        RuleForEach(x => x.Phases).NotNull().ChildRules(phase =>
        {
            phase.RuleFor(x => x.Name).NotEmpty().IsName().MaximumLength(50);
            phase.RuleFor(x => x.From).WithinDateBounds();
            phase.RuleFor(x => x.To).WithinDateBounds();
            phase.RuleFor(x => x.To).GreaterThanOrEqualTo(x => x.From).WithErrorCode("phase-ends-before-it-begins");
        });
        RuleForEach(x => x.Phases).Must((plan, phase) => plan.Phases.Count(other => other?.Name == phase?.Name) == 1)
            .WithErrorCode("phase-twice").WithMessage("阶段名称重复。");

        RuleFor(x => x.Actions).NotEmpty().AtMost(MaxActions);
        RuleForEach(x => x.Actions).NotNull().SetValidator(new ActionValidator(kinds));
        RuleForEach(x => x.Actions).Must((plan, action) => plan.Actions.Count(other => other?.No == action?.No) == 1)
            .WithErrorCode("action-twice").WithMessage("行动序号重复。");
    }

    private sealed class BandValidator : AbstractValidator<HeadCountBand>
    {
        private const int MaxPeople = 100_000;

        public BandValidator()
        {
            RuleFor(x => x.From).InclusiveBetween(0, MaxPeople);
            RuleFor(x => x.To).InclusiveBetween(0, MaxPeople);
            RuleFor(x => x.People).InclusiveBetween(0, MaxPeople);
        }
    }

    private sealed class ActionValidator : AbstractValidator<PlanAction>
    {
        private const int MaxUnits = 200;
        private const int MaxMeasures = 100;
        private const int MaxTasks = 200;

        public ActionValidator(AssignmentKinds kinds)
        {
            RuleFor(x => x.No).InclusiveBetween(0, MaxNo);
            RuleFor(x => x.Name).NotEmpty().IsName().MaximumLength(100);
            RuleFor(x => x.Measures).AtMost(MaxMeasures);
            RuleForEach(x => x.Measures).NotEmpty().MaximumLength(1000);
            RuleFor(x => x.Units).AtMost(MaxUnits);
            RuleForEach(x => x.Units).NotEmpty();
            When(x => x.Tasks is { Count: > 0 }, () =>
            {
                RuleFor(x => x.Units).Empty().WithErrorCode("units-beside-tasks").WithMessage("行动下已有任务，责任单位请写在任务上。");
                RuleFor(x => x.AllCommunities).Equal(false).WithErrorCode("units-beside-tasks").WithMessage("行动下已有任务，全部社区请写在任务上。");
            }).Otherwise(() => RuleFor(x => x.Units).NotEmpty().When(x => !x.AllCommunities)
                .WithErrorCode("action-without-unit").WithMessage("行动没有责任单位。"));
            RuleFor(x => x.Tasks).AtMost(MaxTasks);
            RuleForEach(x => x.Tasks).NotNull().SetValidator(new TaskValidator(kinds));
            RuleForEach(x => x.Tasks).Must((action, task) => action.Tasks!.Count(other => other?.No == task?.No) == 1)
                .When(x => x.Tasks is null or { Count: <= MaxTasks }).WithErrorCode("task-twice").WithMessage("任务序号重复。");
        }
    }

    private sealed class TaskValidator : AbstractValidator<PlanTask>
    {
        private const int MaxUnits = 50;
        private const int MaxPhases = 20;
        private const int MaxItems = 500;
        private const int MaxPoints = 200;

        public TaskValidator(AssignmentKinds kinds)
        {
            RuleFor(x => x.No).InclusiveBetween(0, MaxNo);
            RuleFor(x => x.Title).NotEmpty().IsName().MaximumLength(150);
            RuleFor(x => x.Lead).NotEmpty().When(x => !x.AllCommunities).WithErrorCode("task-without-lead").WithMessage("任务没有牵头单位。");
            RuleFor(x => x.Cooperating).AtMost(MaxUnits);
            RuleForEach(x => x.Cooperating).NotEmpty().NotEqual(x => x.Lead)
                .WithErrorCode("cooperating-is-lead").WithMessage("牵头单位不能同时是配合单位。");
            RuleFor(x => x.Phases).AtMost(MaxPhases);
            RuleFor(x => x.Due).WithinDateBounds();
            RuleFor(x => x.Due).Must((task, due) => due is null || task.Phases is null or { Count: < 2 })
                .WithErrorCode("due-with-phases").WithMessage("写明期限的任务最多属于一个阶段。");
            RuleFor(x => x.Kind)
                .Must(kind => kinds.Of(kind).InPlans is not null)
                .WithErrorCode("kind-not-in-plan").WithMessage($"方案中的任务只能是{kinds.PlanWords}。");
            RuleFor(x => x.Points).AtMost(MaxPoints);
            RuleForEach(x => x.Points).NotEmpty().MaximumLength(100);
            RuleFor(x => x.Points)
                .Must((task, points) => points is not { Count: > 0 } || kinds.Of(task.Kind).InPlans?.AsksForPoints == true)
                .WithErrorCode("points-not-asked").WithMessage("只有点位准备任务可以写明点位。");
            RuleFor(x => x.Items).AtMost(MaxItems);
            RuleForEach(x => x.Items).NotEmpty().MaximumLength(100);
            RuleForEach(x => x.Items).Must((task, item) => task.Items!.Count(other => other == item) == 1)
                .When(x => x.Items is null or { Count: <= MaxItems }).WithErrorCode("item-twice").WithMessage("条目重复。");
        }
    }
}

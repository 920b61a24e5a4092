using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Campaign.Architecture.Tests;

/// <summary>
/// Finds, going backwards from a call, the instruction that puts each of its arguments on
/// the stack. Arguments with branches in them are not found.
/// </summary>
internal static class Arguments
{
    /// <param name="index">Of the argument, from 0.</param>
    /// <returns>The last instruction of that argument; null where it cannot be told.</returns>
    public static Instruction? Of(Instruction call, int index)
    {
        var at = Value(call.Previous);
        var last = ((MethodReference)call.Operand).Parameters.Count - 1;
        for (; last > index && at is not null; last--) at = Value(Before(at));
        return at;
    }

    /// <summary>An interpolated text is put together by statements, which leave nothing on the stack.</summary>
    private static Instruction? Value(Instruction? at)
    {
        while (at is not null && Pushed(at) == 0) at = Before(at);
        return at;
    }

    /// <summary>What stands before the whole of the argument, or of the statement, that ends here.</summary>
    private static Instruction? Before(Instruction end)
    {
        var needed = Pushed(end);
        for (var at = end; at is not null; at = at.Previous)
        {
            if (at.OpCode.FlowControl is FlowControl.Branch or FlowControl.Cond_Branch) return null;
            needed += Popped(at) - Pushed(at);
            if (needed <= 0) return at.Previous;
        }

        return null;
    }

    private static int Pushed(Instruction at) => at.OpCode.StackBehaviourPush switch
    {
        StackBehaviour.Push0 => 0,
        StackBehaviour.Push1_push1 => 2,
        StackBehaviour.Varpush => ((MethodReference)at.Operand).ReturnType.MetadataType is MetadataType.Void ? 0 : 1,
        _ => 1,
    };

    private static int Popped(Instruction at) => at.OpCode.StackBehaviourPop switch
    {
        StackBehaviour.Pop0 => 0,
        StackBehaviour.Pop1 or StackBehaviour.Popi or StackBehaviour.Popref => 1,
        StackBehaviour.Pop1_pop1 or StackBehaviour.Popi_pop1 or StackBehaviour.Popi_popi or StackBehaviour.Popi_popi8
            or StackBehaviour.Popi_popr4
            or StackBehaviour.Popi_popr8 or StackBehaviour.Popref_pop1 or StackBehaviour.Popref_popi => 2,
        StackBehaviour.Varpop when at.Operand is MethodReference method =>
            method.Parameters.Count + (method.HasThis && at.OpCode != OpCodes.Newobj ? 1 : 0),
        _ => 3,
    };
}

namespace Campaign.Client;

/// <summary>The gateway gave no token; the message is for whoever runs the client.</summary>
/// <param name="answer">What the gateway said.</param>
public sealed class TokenRefusedException(string clientId, int status, string answer)
    : Exception($"机器客户端“{clientId}”未能取得访问令牌（{status}）：{answer}");
